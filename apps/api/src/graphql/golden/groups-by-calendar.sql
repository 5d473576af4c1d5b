select ((select coalesce(json_agg(n.*), '[]')
    from (select (select row_to_json(n.*)
        from (select (select row_to_json(n.*)
            from (select "g"."k0" as "weekday") n) as "orderedOnPart") n) as "key", "g"."a0" as "count"
      from (select extract(isodow
          from "t0"."ordered_on")::integer as "k0", count(*) as "a0"
        from "org_0123456789ab"."order" as "t0"
        where "t0"."deleted_at" is null group by 1) g
      where true
      order by "g"."k0" desc nulls last, "g"."k0" limit 3) n))::text as "r0", ((select coalesce(json_agg(n.*), '[]')
    from (select (select row_to_json(n.*)
        from (select to_char("g"."k1" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "seenAt", (select row_to_json(n.*)
            from (select "g"."k0" as "hour") n) as "seenAtPart") n) as "key", "g"."a0" as "count"
      from (select extract(hour
          from ("t1"."seen_at" at time zone $1::text))::integer as "k0", date_trunc('day'::text, "t1"."seen_at", $1::text) as "k1", count(*) as "a0"
        from "org_0123456789ab"."customer" as "t1"
        where "t1"."deleted_at" is null group by 1, 2) g
      where true
      order by "g"."k0", "g"."k1" limit 100) n))::text as "r1"
