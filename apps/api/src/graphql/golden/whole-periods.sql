select ((select count(*)
    from (select
      from "org_0123456789ab"."order" as "t0"
      where "t0"."deleted_at" is null and ("t0"."ordered_on" >= ($1::date[])[1] and "t0"."ordered_on" < ($1::date[])[2]) limit 1000000) counted))::text as "r0", ((select count(*)
    from (select
      from "org_0123456789ab"."order" as "t1"
      where "t1"."deleted_at" is null and ("t1"."ordered_on" >= ($2::date[])[1] and "t1"."ordered_on" < ($2::date[])[2]) limit 1000000) counted))::text as "r1", ((select coalesce(json_agg(n.*), '[]')
    from (select "t2"."name" as "name"
      from "org_0123456789ab"."customer" as "t2"
      where "t2"."deleted_at" is null and ("t2"."seen_at" >= ($3::timestamptz[])[1] and "t2"."seen_at" < ($3::timestamptz[])[2])
      order by "t2"."id" limit 50) n))::text as "r2"
