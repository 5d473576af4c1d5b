select ((select row_to_json(c.*)
    from (select g."node_0" as "edges", (select row_to_json(i.*)
        from (select g.more as "hasPreviousPage", true::boolean as "hasNextPage", g.starts as "startCursor") i) as "pageInfo"
      from (select coalesce(json_agg(p."node_0"
            order by p."_place" desc) filter (
            where p."_place" <= 2), '[]') as "node_0", count(*) > 2 as more, min(p."_cursor") filter (
          where p."_place" = least(p."_total", 2)) as starts, min(p."_cursor") filter (
          where p."_place" = 1) as ends
        from (select "_place", "_total", case when "t0"."_place" = 1 or "t0"."_place" = least("t0"."_total", 2) then translate(encode(convert_to(json_build_array('-rating name id'::text, "t0"."rating"::text, "t0"."name"::text, "t0"."id"::text)::text, 'UTF8'), 'base64'), chr(10), '') end as "_cursor", case when "t0"."_place" <= 2 then (select row_to_json(e.*)
            from (select translate(encode(convert_to(json_build_array('-rating name id'::text, "t0"."rating"::text, "t0"."name"::text, "t0"."id"::text)::text, 'UTF8'), 'base64'), chr(10), '') as "cursor", (select row_to_json(n.*)
                from (select "t0"."name" as "name", "t0"."rating" as "rating") n) as "node") e) end as "node_0"
          from (select "t0".*, row_number() over () as "_place", count(*) over () as "_total"
            from (select "t0".*
              from ((select "t0".*
                  from "org_0123456789ab"."customer" as "t0"
                  where "t0"."deleted_at" is null and ("t0"."rating" >= $1::bigint and ("t0"."rating" > $1::bigint or "t0"."rating" = $1::bigint and ("t0"."name", "t0"."id") < ($2::text, $3::uuid)))
                  order by "t0"."rating", "t0"."name" desc, "t0"."id" desc limit 3)
                union all (select "t0".*
                  from "org_0123456789ab"."customer" as "t0"
                  where "t0"."deleted_at" is null and "t0"."rating" is null
                  order by "t0"."rating", "t0"."name" desc, "t0"."id" desc limit 3)) "t0"
              order by "t0"."rating", "t0"."name" desc, "t0"."id" desc limit 3) "t0") "t0") p) g) c))::text as "r0"
