select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."amount"::text as "amount", (select row_to_json(n.*)
        from (select "t2"."name" as "name"
          from "org_0123456789ab"."customer" as "t2"
          where "t2"."id" = "t0"."customer_id" and "t2"."deleted_at" is null) n) as "customer"
      from "org_0123456789ab"."order" as "t0" left join "org_0123456789ab"."customer" as "t1" on "t1"."id" = "t0"."customer_id" and "t1"."deleted_at" is null
      where "t0"."deleted_at" is null
      order by "t1"."name" desc, "t0"."amount" desc, "t0"."id" desc limit 4) n))::text as "r0"
