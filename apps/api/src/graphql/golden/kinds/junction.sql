select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name", (select row_to_json(c.*)
        from (select (select count(*)
            from (select
              from "org_0123456789ab"."product" as "t3"
              where "t3"."id" in (select "t4"."product_id"
                from "org_0123456789ab"."deal_line" as "t4"
                where "t4"."deal_id" = "t0"."id" and "t4"."deleted_at" is null) and "t3"."deleted_at" is null limit 1000000) counted) as "totalCount", (select coalesce(json_agg(n.*), '[]')
            from (select "t3"."name" as "name"
              from "org_0123456789ab"."product" as "t3"
              where "t3"."id" in (select "t4"."product_id"
                from "org_0123456789ab"."deal_line" as "t4"
                where "t4"."deal_id" = "t0"."id" and "t4"."deleted_at" is null) and "t3"."deleted_at" is null
              order by "t3"."name", "t3"."id" limit 50) n) as "nodes") c) as "products"
      from "org_0123456789ab"."deal" as "t0"
      where "t0"."deleted_at" is null and exists (select
        from "org_0123456789ab"."product" as "t1"
        where "t1"."id" in (select "t2"."product_id"
          from "org_0123456789ab"."deal_line" as "t2"
          where "t2"."deal_id" = "t0"."id" and "t2"."deleted_at" is null) and "t1"."deleted_at" is null and "t1"."price" > $1::numeric)
      order by "t0"."id" limit 50) n))::text as "r0", ((select coalesce(json_agg(n.*), '[]')
    from (select "t5"."name" as "name"
      from "org_0123456789ab"."deal" as "t5"
      where "t5"."deleted_at" is null and not exists (select
        from "org_0123456789ab"."product" as "t6"
        where "t6"."id" in (select "t7"."product_id"
          from "org_0123456789ab"."deal_line" as "t7"
          where "t7"."deal_id" = "t5"."id" and "t7"."deleted_at" is null) and "t6"."deleted_at" is null and true)
      order by "t5"."name", "t5"."id" limit 50) n))::text as "r1", ((select coalesce(json_agg(n.*), '[]')
    from (select "t8"."name" as "name", (select row_to_json(c.*)
        from (select (select coalesce(json_agg(n.*), '[]')
            from (select "t11"."name" as "name"
              from "org_0123456789ab"."deal" as "t11"
              where "t11"."id" in (select "t12"."deal_id"
                from "org_0123456789ab"."deal_line" as "t12"
                where "t12"."product_id" = "t8"."id" and "t12"."deleted_at" is null) and "t11"."deleted_at" is null
              order by "t11"."id" limit 1) n) as "nodes") c) as "deals"
      from "org_0123456789ab"."product" as "t8"
      where "t8"."deleted_at" is null and not exists (select
        from "org_0123456789ab"."deal" as "t9"
        where "t9"."id" in (select "t10"."deal_id"
          from "org_0123456789ab"."deal_line" as "t10"
          where "t10"."product_id" = "t8"."id" and "t10"."deleted_at" is null) and "t9"."deleted_at" is null and ("t9"."stage" = $2::text) is not true)
      order by "t8"."id" limit 50) n))::text as "r2"
