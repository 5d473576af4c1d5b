select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name"
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."deleted_at" is null and exists (select
        from "org_0123456789ab"."order" as "t1"
        where "t1"."customer_id" = "t0"."id" and "t1"."deleted_at" is null and "t1"."amount" > $1::numeric)
      order by "t0"."id" limit 50) n))::text as "r0", ((select coalesce(json_agg(n.*), '[]')
    from (select "t2"."name" as "name"
      from "org_0123456789ab"."customer" as "t2"
      where "t2"."deleted_at" is null and not exists (select
        from "org_0123456789ab"."order" as "t3"
        where "t3"."customer_id" = "t2"."id" and "t3"."deleted_at" is null and true)
      order by "t2"."id" limit 50) n))::text as "r1", ((select coalesce(json_agg(n.*), '[]')
    from (select "t4"."name" as "name"
      from "org_0123456789ab"."customer" as "t4"
      where "t4"."deleted_at" is null and (not exists (select
          from "org_0123456789ab"."order" as "t5"
          where "t5"."customer_id" = "t4"."id" and "t5"."deleted_at" is null and ("t5"."ordered_on" >= $2::date) is not true) and (("t4"."rating" is null) = $3::boolean) is not true)
      order by "t4"."id" limit 50) n))::text as "r2", ((select count(*)
    from (select
      from "org_0123456789ab"."order" as "t6"
      where "t6"."deleted_at" is null and exists (select
        from "org_0123456789ab"."customer" as "t7"
        where "t7"."id" = "t6"."customer_id" and "t7"."deleted_at" is null and ("t7"."name" ilike $4::text or "t7"."email" ilike $5::text)) limit 1000000) counted))::text as "r3"
