select ((select row_to_json(n.*)
    from (select "g"."a0" as "count", (select row_to_json(a.*)
        from (select "g"."a1"::text as "amount", "g"."a2"::text as "net") a) as "sum", (select row_to_json(a.*)
        from (select "g"."a3" as "closedOn", "g"."a4" as "place") a) as "min", (select row_to_json(a.*)
        from (select "g"."a5" as "name") a) as "max"
      from (select count(*) as "a0", sum("t0"."amount"::numeric) as "a1", sum("t0"."net"::numeric) as "a2", min("t0"."closed_on") as "a3", min((select nullif(((coalesce(("t2"."name")::text, '') || $1::text) || coalesce(("t1"."name")::text, '')), '')
            from (select) as one left join "org_0123456789ab"."account" as "t1" on "t1"."id" = "t0"."account_id" and "t1"."deleted_at" is null left join "org_0123456789ab"."region" as "t2" on "t2"."id" = "t1"."region_id" and "t2"."deleted_at" is null)) as "a4", max("t0"."name") as "a5"
        from "org_0123456789ab"."deal" as "t0"
        where "t0"."deleted_at" is null and "t0"."stage" is distinct
        from $2::text) g) n))::text as "r0", ((select coalesce(json_agg(n.*), '[]')
    from (select (select row_to_json(n.*)
        from (select "g"."k0" as "stage", "g"."k1" as "closedOn") n) as "key", "g"."a0" as "count", (select row_to_json(a.*)
        from (select "g"."a1"::text as "amount") a) as "sum", (select row_to_json(a.*)
        from (select trim_scale("g"."a2")::text as "net") a) as "avg"
      from (select "t0"."stage" as "k0", date_trunc('quarter'::text, "t0"."closed_on"::timestamp)::date as "k1", count(*) as "a0", sum("t0"."amount"::numeric) as "a1", round((sum("t0"."net") + 0.0000000000) / nullif(count("t0"."net"), 0), 10) as "a2"
        from "org_0123456789ab"."deal" as "t0"
        where "t0"."deleted_at" is null and "t0"."stage" is distinct
        from $2::text group by 1, 2) g
      where "g"."a0" >= $3::bigint
      order by "g"."a1" desc nulls last, "g"."k0", "g"."k1" limit 100) n))::text as "r1", ((select coalesce(json_agg(n.*), '[]')
    from (select "t3"."name" as "name", (select row_to_json(c.*)
        from (select (select coalesce(json_agg(n.*), '[]')
            from (select (select row_to_json(n.*)
                from (select "g"."k1" as "place", (select row_to_json(n.*)
                    from (select "t7"."name" as "name"
                      from "org_0123456789ab"."_user" as "t7"
                      where "t7"."id" = "g"."k0") n) as "owner") n) as "key", "g"."a0" as "count"
              from (select "t4"."owner_id" as "k0", (select nullif(((coalesce(("t6"."name")::text, '') || $4::text) || coalesce(("t5"."name")::text, '')), '')
                  from (select) as one left join "org_0123456789ab"."account" as "t5" on "t5"."id" = "t4"."account_id" and "t5"."deleted_at" is null left join "org_0123456789ab"."region" as "t6" on "t6"."id" = "t5"."region_id" and "t6"."deleted_at" is null) as "k1", count(*) as "a0"
                from "org_0123456789ab"."deal" as "t4"
                where "t4"."account_id" = "t3"."id" and "t4"."deleted_at" is null group by 1, 2) g
              where true
              order by "g"."k0", "g"."k1" limit 100) n) as "groupBy") c) as "deals"
      from "org_0123456789ab"."account" as "t3"
      where "t3"."deleted_at" is null
      order by "t3"."name", "t3"."id" limit 50) n))::text as "r2"
