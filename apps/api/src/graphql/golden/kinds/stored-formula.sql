select ((select row_to_json(c.*)
    from (select g."node_0" as "nodes", (select row_to_json(i.*)
        from (select g.more as "hasNextPage", g.ends as "endCursor") i) as "pageInfo"
      from (select coalesce(json_agg(p."node_0") filter (
            where p."_place" <= 50), '[]') as "node_0", count(*) > 50 as more, min(p."_cursor") filter (
          where p."_place" = 1) as starts, min(p."_cursor") filter (
          where p."_place" = least(p."_total", 50)) as ends
        from (select "_place", "_total", case when "t0"."_place" = 1 or "t0"."_place" = least("t0"."_total", 50) then translate(encode(convert_to(json_build_array('net id'::text, "t0"."net"::text, "t0"."id"::text)::text, 'UTF8'), 'base64'), chr(10), '') end as "_cursor", case when "t0"."_place" <= 50 then (select row_to_json(n.*)
            from (select "t0"."name" as "name", "t0"."net"::text as "net") n) end as "node_0"
          from (select "t0".*, row_number() over () as "_place", count(*) over () as "_total"
            from (select "t0".*
              from "org_0123456789ab"."deal" as "t0"
              where "t0"."deleted_at" is null and "t0"."net" < $1::numeric
              order by "t0"."net", "t0"."id" limit 51) "t0") "t0") p) g) c))::text as "r0"
