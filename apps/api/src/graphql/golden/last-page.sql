select ((select row_to_json(c.*)
    from (select g."node_0" as "nodes", (select row_to_json(i.*)
        from (select g.more as "hasPreviousPage", false::boolean as "hasNextPage") i) as "pageInfo"
      from (select coalesce(json_agg(p."node_0"
            order by p."_place" desc) filter (
            where p."_place" <= 3), '[]') as "node_0", count(*) > 3 as more
        from (select "_place", "_total", case when "t0"."_place" <= 3 then (select row_to_json(n.*)
            from (select "t0"."amount"::text as "amount") n) end as "node_0"
          from (select "t0".*, row_number() over () as "_place", count(*) over () as "_total"
            from (select "t0".*
              from "org_0123456789ab"."order" as "t0"
              where "t0"."deleted_at" is null
              order by "t0"."amount" desc, "t0"."id" desc limit 4) "t0") "t0") p) g) c))::text as "r0"
