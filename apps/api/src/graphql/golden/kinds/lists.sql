select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name", "t0"."channels" as "channels"
      from "org_0123456789ab"."account" as "t0"
      where "t0"."deleted_at" is null and "t0"."channels" && $1::text[]
      order by "t0"."name", "t0"."id" limit 50) n))::text as "r0", ((select coalesce(json_agg(n.*), '[]')
    from (select "t1"."name" as "name"
      from "org_0123456789ab"."account" as "t1"
      where "t1"."deleted_at" is null and "t1"."channels" @> $2::text[]
      order by "t1"."id" limit 50) n))::text as "r1", ((select coalesce(json_agg(n.*), '[]')
    from (select "t2"."name" as "name"
      from "org_0123456789ab"."account" as "t2"
      where "t2"."deleted_at" is null and ("t2"."channels" && $3::text[]) is not true
      order by "t2"."name", "t2"."id" limit 50) n))::text as "r2", ((select coalesce(json_agg(n.*), '[]')
    from (select "t3"."name" as "name"
      from "org_0123456789ab"."account" as "t3"
      where "t3"."deleted_at" is null and "t3"."channels" = $4::text[]
      order by "t3"."id" limit 50) n))::text as "r3"
