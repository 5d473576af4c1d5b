select (to_json('Query'::text))::text as "r0", (to_json('CustomerConnection'::text))::text as "r1", ((select coalesce(json_agg(n), '[]')
    from (select "t0"."name" as "name"
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."deleted_at" is null and ("t0"."name" ilike $1::text or "t0"."code" ilike $2::text or "t0"."email" ilike $3::text)
      order by "t0"."name", "t0"."id" limit 50) n))::text as "r2", ((select coalesce(json_agg(n), '[]')
    from (select 'SearchResult' as "__typename", f."_object" as "object", f."_name" as "name"
      from (select *
        from ((select 'Customer'::text as "_object", "t1"."id" as "_id", "t1"."name"::text as "_name", coalesce("t1"."name" ilike $4::text, false) as "_begins"
            from "org_0123456789ab"."customer" as "t1"
            where "t1"."deleted_at" is null and ("t1"."name" ilike $5::text or "t1"."code" ilike $6::text or "t1"."email" ilike $7::text)
            order by "_begins" desc, "t1"."name" limit 5)
          union all (select 'Order'::text as "_object", "t2"."id" as "_id", "t2"."number"::text as "_name", coalesce("t2"."number" ilike $8::text, false) as "_begins"
            from "org_0123456789ab"."order" as "t2"
            where "t2"."deleted_at" is null and ("t2"."number" ilike $9::text)
            order by "_begins" desc, "t2"."number" limit 5)) f
        order by "_begins" desc, "_name", "_id" limit 5) f) n))::text as "r3"
