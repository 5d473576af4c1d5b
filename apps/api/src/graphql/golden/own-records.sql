select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name", (select row_to_json(c.*)
        from (select (select coalesce(json_agg(n.*), '[]')
            from (select "t1"."amount"::text as "amount"
              from "org_0123456789ab"."order" as "t1"
              where "t1"."customer_id" = "t0"."id" and "t1"."deleted_at" is null
              order by "t1"."id" limit 50) n) as "nodes") c) as "orders"
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."deleted_at" is null and "t0"."owner_id" = (select $1::uuid) and "t0"."owner_id" = $2::uuid
      order by "t0"."id" limit 50) n))::text as "r0", ((select coalesce(json_agg(n.*), '[]')
    from (select "t2"."amount"::text as "amount", (select row_to_json(n.*)
        from (select "t3"."name" as "name"
          from "org_0123456789ab"."customer" as "t3"
          where "t3"."id" = "t2"."customer_id" and "t3"."deleted_at" is null and "t3"."owner_id" = (select $1::uuid)) n) as "customer"
      from "org_0123456789ab"."order" as "t2"
      where "t2"."deleted_at" is null
      order by "t2"."id" limit 3) n))::text as "r1"
