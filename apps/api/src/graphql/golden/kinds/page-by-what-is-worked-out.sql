select ((select row_to_json(c.*)
    from (select g."node_0" as "edges", (select row_to_json(i.*)
        from (select g.ends as "endCursor", g.more as "hasNextPage") i) as "pageInfo"
      from (select coalesce(json_agg(p."node_0") filter (
            where p."_place" <= 3), '[]') as "node_0", count(*) > 3 as more, min(p."_cursor") filter (
          where p."_place" = 1) as starts, min(p."_cursor") filter (
          where p."_place" = least(p."_total", 3)) as ends
        from (select "_place", "_total", case when "t0"."_place" = 1 or "t0"."_place" = least("t0"."_total", 3) then translate(encode(convert_to(json_build_array('-month account.left account.region.name id'::text, "t0"."_k0"::text, "t0"."_k1"::text, "t0"."_k2"::text, "t0"."id"::text)::text, 'UTF8'), 'base64'), chr(10), '') end as "_cursor", case when "t0"."_place" <= 3 then (select row_to_json(e.*)
            from (select translate(encode(convert_to(json_build_array('-month account.left account.region.name id'::text, "t0"."_k0"::text, "t0"."_k1"::text, "t0"."_k2"::text, "t0"."id"::text)::text, 'UTF8'), 'base64'), chr(10), '') as "cursor", (select row_to_json(n.*)
                from (select "t0"."name" as "name", nullif(((coalesce(trim_scale(extract(year
                              from ("t0"."closed_on")::date)::numeric)::text, '') || $1::text) || lpad(coalesce(trim_scale(extract(month
                              from ("t0"."closed_on")::date)::numeric)::text, ''), least(greatest(trunc(coalesce(($2)::numeric, 0)), 0), 10000)::int, $3::text)), '') as "month") n) as "node") e) end as "node_0"
          from (select "t0".*, row_number() over () as "_place", count(*) over () as "_total"
            from (select "t0".*, nullif(((coalesce(trim_scale(extract(year
                          from ("t0"."closed_on")::date)::numeric)::text, '') || $4::text) || lpad(coalesce(trim_scale(extract(month
                          from ("t0"."closed_on")::date)::numeric)::text, ''), least(greatest(trunc(coalesce(($5)::numeric, 0)), 0), 10000)::int, $6::text)), '') as "_k0", case when "t1"."id" is not null then nullif(nullif(least(greatest(round((trim_scale((coalesce(("t1"."limit")::numeric, 0) - coalesce(("t1"."total__sum")::numeric, 0))))::numeric, 2), -9.999999999999999e+35), 9.999999999999999e+35), 9.999999999999999e+35), -9.999999999999999e+35) end as "_k1", "t2"."name" as "_k2"
              from "org_0123456789ab"."deal" as "t0" left join "org_0123456789ab"."account" as "t1" on "t1"."id" = "t0"."account_id" and "t1"."deleted_at" is null left join "org_0123456789ab"."region" as "t2" on "t2"."id" = "t1"."region_id" and "t2"."deleted_at" is null
              where "t0"."deleted_at" is null
              order by nullif(((coalesce(trim_scale(extract(year
                          from ("t0"."closed_on")::date)::numeric)::text, '') || $7::text) || lpad(coalesce(trim_scale(extract(month
                          from ("t0"."closed_on")::date)::numeric)::text, ''), least(greatest(trunc(coalesce(($8)::numeric, 0)), 0), 10000)::int, $9::text)), '') desc, case when "t1"."id" is not null then nullif(nullif(least(greatest(round((trim_scale((coalesce(("t1"."limit")::numeric, 0) - coalesce(("t1"."total__sum")::numeric, 0))))::numeric, 2), -9.999999999999999e+35), 9.999999999999999e+35), 9.999999999999999e+35), -9.999999999999999e+35) end, "t2"."name", "t0"."id" limit 4) "t0") "t0") p) g) c))::text as "r0"
