select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name", (select row_to_json(n.*)
        from (select "t1"."name" as "name"
          from "org_0123456789ab"."deal" as "t1"
          where "t1"."id" = "t0"."deal_id" and "t1"."deleted_at" is null and "t1"."owner_id" = (select $1::uuid)) n) as "deal"
      from "org_0123456789ab"."deal_line" as "t0"
      where "t0"."deleted_at" is null and exists (select
        from "org_0123456789ab"."deal" as "t0_m0"
        where "t0_m0"."id" = "t0"."deal_id" and "t0_m0"."owner_id" = (select $1::uuid))
      order by "t0"."name", "t0"."id" limit 50) n))::text as "r0", ((select row_to_json(n.*)
    from (select (select row_to_json(c.*)
        from (select (select coalesce(json_agg(n.*), '[]')
            from (select "t3"."name" as "name"
              from "org_0123456789ab"."deal" as "t3"
              where "t3"."id" in (select "t4"."deal_id"
                from "org_0123456789ab"."deal_line" as "t4"
                where "t4"."product_id" = "t2"."id" and "t4"."deleted_at" is null and exists (select
                  from "org_0123456789ab"."deal" as "t4_m0"
                  where "t4_m0"."id" = "t4"."deal_id" and "t4_m0"."owner_id" = (select $1::uuid))) and "t3"."deleted_at" is null and "t3"."owner_id" = (select $1::uuid)
              order by "t3"."id" limit 50) n) as "nodes") c) as "deals"
      from "org_0123456789ab"."product" as "t2"
      where "t2"."id" = $2::uuid and "t2"."deleted_at" is null) n))::text as "r1"
