select ((select count(*)
    from (select
      from "org_0123456789ab"."order" as "t0"
      where "t0"."deleted_at" is null and ("t0"."ordered_on" >= ($1::date[])[1] and "t0"."ordered_on" < ($1::date[])[2]) limit 1000000) counted))::text as "r0", ((select coalesce(json_agg(n.*), '[]')
    from (select "t1"."name" as "name"
      from "org_0123456789ab"."customer" as "t1"
      where "t1"."deleted_at" is null and ("t1"."seen_at" >= ($2::timestamptz[])[1] and "t1"."seen_at" < ($2::timestamptz[])[2])
      order by "t1"."id" limit 50) n))::text as "r1"
