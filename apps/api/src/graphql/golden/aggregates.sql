select ((select row_to_json(n.*)
    from (select "g"."a0" as "count", (select row_to_json(a.*)
        from (select "g"."a1" as "rating", "g"."a2" as "ownerId") a) as "countDistinct", (select row_to_json(a.*)
        from (select "g"."a3"::text as "rating", "g"."a4"::text as "score") a) as "sum", (select row_to_json(a.*)
        from (select trim_scale("g"."a5")::text as "rating") a) as "avg", (select row_to_json(a.*)
        from (select "g"."a6" as "name", "g"."a7" as "birthday", to_char("g"."a8" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "seenAt") a) as "min", (select row_to_json(a.*)
        from (select to_char("g"."a9" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "seenAt", "g"."a10"::text as "score", 'CustomerAggregateValues'::text as "__typename") a) as "max"
      from (select count(*) as "a0", count(distinct "t0"."rating") as "a1", count(distinct "t0"."owner_id") as "a2", sum("t0"."rating"::numeric) as "a3", sum("t0"."score"::numeric) as "a4", round((sum("t0"."rating") + 0.0000000000) / nullif(count("t0"."rating"), 0), 10) as "a5", min("t0"."name") as "a6", min("t0"."birthday") as "a7", min("t0"."seen_at") as "a8", max("t0"."seen_at") as "a9", max("t0"."score") as "a10"
        from "org_0123456789ab"."customer" as "t0"
        where "t0"."deleted_at" is null and "t0"."status" = $1::text) g) n))::text as "r0", ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name", (select row_to_json(c.*)
        from (select (select row_to_json(n.*)
            from (select (select row_to_json(a.*)
                from (select "g"."a0"::text as "amount") a) as "sum"
              from (select sum("t1"."amount"::numeric) as "a0"
                from "org_0123456789ab"."order" as "t1"
                where "t1"."customer_id" = "t0"."id" and "t1"."deleted_at" is null) g) n) as "aggregate") c) as "orders"
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."deleted_at" is null and "t0"."status" = $1::text
      order by "t0"."id" limit 50) n))::text as "r1"
