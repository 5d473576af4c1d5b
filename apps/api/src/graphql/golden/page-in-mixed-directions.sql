select ((select row_to_json(c.*)
    from (select g."node_0" as "nodes", (select row_to_json(i.*)
        from (select true::boolean as "hasPreviousPage", g.more as "hasNextPage") i) as "pageInfo"
      from (select coalesce(json_agg(p."node_0") filter (
            where p."_place" <= 2), '[]') as "node_0", count(*) > 2 as more
        from (select "_place", "_total", case when "t0"."_place" <= 2 then (select row_to_json(n.*)
            from (select "t0"."name" as "name", "t0"."rating" as "rating") n) end as "node_0"
          from (select "t0".*, row_number() over () as "_place", count(*) over () as "_total"
            from (select "t0".*
              from "org_0123456789ab"."customer" as "t0"
              where "t0"."deleted_at" is null and ("t0"."name" <= $1::text and ("t0"."name" < $1::text or "t0"."name" = $1::text and ("t0"."rating" > $2::bigint or "t0"."rating" is null or ("t0"."rating" = $2::bigint and ("t0"."id") > ($3::uuid)))))
              order by "t0"."name" desc, "t0"."rating", "t0"."id" limit 3) "t0") "t0") p) g) c))::text as "r0"
