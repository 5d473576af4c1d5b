select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name"
      from "org_0123456789ab"."deal" as "t0"
      where "t0"."deleted_at" is null and exists (select
        from "org_0123456789ab"."product" as "t1"
        where "t1"."id" in (select "t2"."product_id"
          from "org_0123456789ab"."deal_line" as "t2"
          where "t2"."deal_id" = "t0"."id" and "t2"."deleted_at" is null) and "t1"."deleted_at" is null and "t1"."name" = $1::text)
      order by "t0"."name", "t0"."id" limit 50) n))::text as "r0", ((select coalesce(json_agg(n.*), '[]')
    from (select "t3"."name" as "name"
      from "org_0123456789ab"."deal" as "t3"
      where "t3"."deleted_at" is null and not exists (select
        from "org_0123456789ab"."product" as "t4"
        where "t4"."id" in (select "t5"."product_id"
          from "org_0123456789ab"."deal_line" as "t5"
          where "t5"."deal_id" = "t3"."id" and "t5"."deleted_at" is null) and "t4"."deleted_at" is null and true)
      order by "t3"."name", "t3"."id" limit 50) n))::text as "r1", ((select coalesce(json_agg(n.*), '[]')
    from (select "t6"."name" as "name", (select row_to_json(c.*)
        from (select (select coalesce(json_agg(n.*), '[]')
            from (select "t10"."name" as "name"
              from "org_0123456789ab"."deal" as "t10"
              where "t10"."id" in (select "t11"."deal_id"
                from "org_0123456789ab"."deal_line" as "t11"
                where "t11"."product_id" = "t6"."id" and "t11"."deleted_at" is null) and "t10"."deleted_at" is null
              order by "t10"."amount" desc, "t10"."id" desc limit 1) n) as "nodes", (select count(*)
            from (select
              from "org_0123456789ab"."deal" as "t10"
              where "t10"."id" in (select "t11"."deal_id"
                from "org_0123456789ab"."deal_line" as "t11"
                where "t11"."product_id" = "t6"."id" and "t11"."deleted_at" is null) and "t10"."deleted_at" is null limit 1000000) counted) as "totalCount") c) as "deals"
      from "org_0123456789ab"."product" as "t6"
      where "t6"."deleted_at" is null and not exists (select
        from "org_0123456789ab"."deal" as "t7"
        where "t7"."id" in (select "t8"."deal_id"
          from "org_0123456789ab"."deal_line" as "t8"
          where "t8"."product_id" = "t6"."id" and "t8"."deleted_at" is null) and "t7"."deleted_at" is null and (("t7"."stage" is distinct
            from $2::text and exists (select
              from "org_0123456789ab"."deal_line" as "t9"
              where "t9"."deal_id" = "t7"."id" and "t9"."deleted_at" is null and "t9"."quantity" > $3::bigint))) is not true)
      order by "t6"."id" limit 50) n))::text as "r2"
