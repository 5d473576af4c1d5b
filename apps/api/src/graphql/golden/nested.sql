select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name", (select row_to_json(n.*)
        from (select "t1"."name" as "name"
          from "org_0123456789ab"."_user" as "t1"
          where "t1"."id" = "t0"."owner_id") n) as "owner", (select row_to_json(c.*)
        from (select (select coalesce(json_agg(n.*), '[]')
            from (select "t2"."ordered_on" as "orderedOn", "t2"."amount"::text as "amount", (select row_to_json(n.*)
                from (select "t3"."name" as "name"
                  from "org_0123456789ab"."customer" as "t3"
                  where "t3"."id" = "t2"."customer_id" and "t3"."deleted_at" is null) n) as "customer"
              from "org_0123456789ab"."order" as "t2"
              where "t2"."customer_id" = "t0"."id" and "t2"."deleted_at" is null
              order by "t2"."ordered_on" desc, "t2"."id" desc limit 2) n) as "nodes") c) as "orders"
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."deleted_at" is null
      order by "t0"."name", "t0"."id" limit 2) n))::text as "r0"
