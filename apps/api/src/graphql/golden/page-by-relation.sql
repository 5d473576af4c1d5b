select ((select row_to_json(c.*)
    from (select g."node_0" as "nodes", (select row_to_json(i.*)
        from (select g.more as "hasNextPage") i) as "pageInfo"
      from (select coalesce(json_agg(p."node_0") filter (
            where p."_place" <= 3), '[]') as "node_0", count(*) > 3 as more
        from (select "_place", "_total", case when "t0"."_place" <= 3 then (select row_to_json(n.*)
            from (select "t0"."number" as "number", "t0"."amount"::text as "amount", (select row_to_json(n.*)
                from (select "t2"."rating" as "rating"
                  from "org_0123456789ab"."customer" as "t2"
                  where "t2"."id" = "t0"."customer_id" and "t2"."deleted_at" is null) n) as "customer") n) end as "node_0"
          from (select "t0".*, row_number() over () as "_place", count(*) over () as "_total"
            from (select "t0".*, "t1"."rating" as "_k0"
              from "org_0123456789ab"."order" as "t0" left join "org_0123456789ab"."customer" as "t1" on "t1"."id" = "t0"."customer_id" and "t1"."deleted_at" is null
              where "t0"."deleted_at" is null and (("t1"."rating" >= $1::bigint and ("t1"."rating" > $1::bigint or "t1"."rating" = $1::bigint and ("t0"."amount", "t0"."id") < ($2::numeric, $3::uuid))) or "t1"."rating" is null)
              order by "t1"."rating", "t0"."amount" desc, "t0"."id" desc limit 4) "t0") "t0") p) g) c))::text as "r0"
