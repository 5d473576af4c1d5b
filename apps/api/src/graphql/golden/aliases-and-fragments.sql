select ((select count(*)
    from (select
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."deleted_at" is null and "t0"."rating" < $1::bigint limit 1000000) counted))::text as "r0", ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "id", 'Customer'::text as "kind", (select row_to_json(n.*)
        from (select "t1"."name" as "name", "t1"."email" as "email", "t1"."active" as "active"
          from "org_0123456789ab"."_user" as "t1"
          where "t1"."id" = "t0"."owner_id") n) as "owner", "t0"."email" as "email", (select row_to_json(c.*)
        from (select (select coalesce(json_agg(n.*), '[]')
            from (select "t2"."number" as "number", (select row_to_json(n.*)
                from (select "t3"."name" as "name"
                  from "org_0123456789ab"."customer" as "t3"
                  where "t3"."id" = "t2"."customer_id" and "t3"."deleted_at" is null) n) as "customer"
              from "org_0123456789ab"."order" as "t2"
              where "t2"."customer_id" = "t0"."id" and "t2"."deleted_at" is null
              order by "t2"."id" limit 1) n) as "nodes") c) as "orders"
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."deleted_at" is null and "t0"."rating" < $1::bigint
      order by "t0"."name", "t0"."id" limit 2) n))::text as "r1", ((select count(*)
    from (select
      from "org_0123456789ab"."customer" as "t4"
      where "t4"."deleted_at" is null and ("t4"."rating" < $2::bigint) is not true limit 1000000) counted))::text as "r2", ((select coalesce(json_agg(n.*), '[]')
    from (select "t4"."name" as "id", 'Customer'::text as "kind", "t4"."name" as "called", (select row_to_json(n.*)
        from (select "t5"."name" as "name", "t5"."email" as "email", "t5"."active" as "active"
          from "org_0123456789ab"."_user" as "t5"
          where "t5"."id" = "t4"."owner_id") n) as "owner", "t4"."email" as "email"
      from "org_0123456789ab"."customer" as "t4"
      where "t4"."deleted_at" is null and ("t4"."rating" < $2::bigint) is not true
      order by "t4"."name", "t4"."id" limit 2) n))::text as "r3"
