select ((select row_to_json(n.*)
    from (select (select row_to_json(a.*)
        from (select "g"."a0"::text as "total", "g"."a1"::text as "left", "g"."a2"::text as "recent") a) as "sum", (select row_to_json(a.*)
        from (select trim_scale("g"."a3")::text as "taxed") a) as "avg", (select row_to_json(a.*)
        from (select "g"."a4" as "open", "g"."a5" as "latest") a) as "max", (select row_to_json(a.*)
        from (select "g"."a6" as "isBig") a) as "countDistinct"
      from (select sum("t0"."total"::numeric) as "a0", sum(nullif(nullif(least(greatest(round((trim_scale((coalesce(("t0"."limit")::numeric, 0) - coalesce(("t0"."total__sum")::numeric, 0))))::numeric, 2), -9.999999999999999e+35), 9.999999999999999e+35), 9.999999999999999e+35), -9.999999999999999e+35)::numeric) as "a1", sum(nullif(nullif(least(greatest(round(((select coalesce(sum((trim_scale(("t1"."amount")::numeric))::numeric), 0)
                        from "org_0123456789ab"."deal" as "t1"
                        where "t1"."account_id" = "t0"."id" and "t1"."deleted_at" is null and (("t1"."closed_on")::date >= (date '0001-01-01' + nullif(nullif(least(greatest(((($1::timestamptz)::timestamptz at time zone ($2::text)::text)::date - date '0001-01-01') + trunc((- ($3)::numeric)), -1), 3652059), 3652059), -1)::int))))::numeric, 2), -9.999999999999999e+35), 9.999999999999999e+35), 9.999999999999999e+35), -9.999999999999999e+35)::numeric) as "a2", round((sum(nullif(nullif(least(greatest(round(((select trim_scale(nullif(nullif(least(greatest(round(("t0"."total__sum")::numeric * (($4)::numeric + nullif(nullif(least(greatest(round(round(("t2"."tax")::numeric, 70) / nullif(($5)::numeric, 0), 18), -1e30), 1e30), 1e30), -1e30)), 18), -1e30), 1e30), 1e30), -1e30))
                            from (select) as one left join "org_0123456789ab"."region" as "t2" on "t2"."id" = "t0"."region_id" and "t2"."deleted_at" is null))::numeric, 2), -9.999999999999999e+35), 9.999999999999999e+35), 9.999999999999999e+35), -9.999999999999999e+35)) + 0.0000000000) / nullif(count(nullif(nullif(least(greatest(round(((select trim_scale(nullif(nullif(least(greatest(round(("t0"."total__sum")::numeric * (($6)::numeric + nullif(nullif(least(greatest(round(round(("t2"."tax")::numeric, 70) / nullif(($7)::numeric, 0), 18), -1e30), 1e30), 1e30), -1e30)), 18), -1e30), 1e30), 1e30), -1e30))
                            from (select) as one left join "org_0123456789ab"."region" as "t2" on "t2"."id" = "t0"."region_id" and "t2"."deleted_at" is null))::numeric, 2), -9.999999999999999e+35), 9.999999999999999e+35), 9.999999999999999e+35), -9.999999999999999e+35)), 0), 10) as "a3", max("t0"."open") as "a4", max((select nullif(coalesce(("t3"."name")::text, ''), '')
            from "org_0123456789ab"."deal" as "t3"
            where "t3"."account_id" = "t0"."id" and "t3"."deleted_at" is null and (("t3"."closed_on")::date <= (($1::timestamptz)::timestamptz at time zone ($2::text)::text)::date) and "t3"."closed_on" is not null
            order by "t3"."closed_on" desc, "t3"."id" desc limit 1)) as "a5", count(distinct (coalesce((((select coalesce(sum((trim_scale(("t4"."amount")::numeric))::numeric), 0)
                    from "org_0123456789ab"."deal" as "t4"
                    where "t4"."account_id" = "t0"."id" and "t4"."deleted_at" is null and (("t4"."closed_on")::date >= (date '0001-01-01' + nullif(nullif(least(greatest(((($1::timestamptz)::timestamptz at time zone ($2::text)::text)::date - date '0001-01-01') + trunc((- ($8)::numeric)), -1), 3652059), 3652059), -1)::int))))::numeric > ($9)::numeric), false) or coalesce(((trim_scale((coalesce(("t0"."limit")::numeric, 0) - coalesce(("t0"."total__sum")::numeric, 0))))::numeric < ($10)::numeric), false))) as "a6"
        from "org_0123456789ab"."account" as "t0"
        where "t0"."deleted_at" is null) g) n))::text as "r0", ((select coalesce(json_agg(n.*), '[]')
    from (select (select row_to_json(n.*)
        from (select "g"."k0" as "isBig", (select row_to_json(n.*)
            from (select "t6"."name" as "name", "t6"."tax"::text as "tax"
              from "org_0123456789ab"."region" as "t6"
              where "t6"."id" = "g"."k1" and "t6"."deleted_at" is null) n) as "region", "g"."k1" as "regionId") n) as "key", (select row_to_json(a.*)
        from (select "g"."a0"::text as "total") a) as "sum", (select row_to_json(a.*)
        from (select "g"."a1"::text as "left") a) as "min"
      from (select (coalesce((((select coalesce(sum((trim_scale(("t5"."amount")::numeric))::numeric), 0)
                  from "org_0123456789ab"."deal" as "t5"
                  where "t5"."account_id" = "t0"."id" and "t5"."deleted_at" is null and (("t5"."closed_on")::date >= (date '0001-01-01' + nullif(nullif(least(greatest(((($1::timestamptz)::timestamptz at time zone ($2::text)::text)::date - date '0001-01-01') + trunc((- ($11)::numeric)), -1), 3652059), 3652059), -1)::int))))::numeric > ($12)::numeric), false) or coalesce(((trim_scale((coalesce(("t0"."limit")::numeric, 0) - coalesce(("t0"."total__sum")::numeric, 0))))::numeric < ($13)::numeric), false)) as "k0", "t0"."region_id" as "k1", sum("t0"."total"::numeric) as "a0", min(nullif(nullif(least(greatest(round((trim_scale((coalesce(("t0"."limit")::numeric, 0) - coalesce(("t0"."total__sum")::numeric, 0))))::numeric, 2), -9.999999999999999e+35), 9.999999999999999e+35), 9.999999999999999e+35), -9.999999999999999e+35)) as "a1"
        from "org_0123456789ab"."account" as "t0"
        where "t0"."deleted_at" is null group by 1, 2) g
      where "g"."a0" > $14::numeric
      order by "g"."k0", "g"."k1" limit 100) n))::text as "r1", ((select row_to_json(n.*)
    from (select (select row_to_json(a.*)
        from (select "g"."a0"::text as "fee", "g"."a1"::text as "feeConverted") a) as "sum", (select row_to_json(a.*)
        from (select "g"."a2"::text as "feeConverted") a) as "max"
      from (select sum("t7"."fee"::numeric) as "a0", sum(nullif(nullif(least(greatest(round((case when coalesce("t7"."currency", $15::text) = $16::text then "t7"."fee" else "t7"."fee" / (select rate
                        from "org_0123456789ab"."_currency_rate"
                        where code = coalesce("t7"."currency", $15::text) and starts_on <= coalesce("t7"."since"::date, ($1::timestamptz at time zone $2::text)::date)
                        order by starts_on desc limit 1) end)::numeric, 2), -10000000000), 10000000000), 10000000000), -10000000000)::numeric) as "a1", max(nullif(nullif(least(greatest(round((case when coalesce("t7"."currency", $17::text) = $18::text then "t7"."fee" else "t7"."fee" / (select rate
                        from "org_0123456789ab"."_currency_rate"
                        where code = coalesce("t7"."currency", $17::text) and starts_on <= coalesce("t7"."since"::date, ($1::timestamptz at time zone $2::text)::date)
                        order by starts_on desc limit 1) end)::numeric, 2), -10000000000), 10000000000), 10000000000), -10000000000)) as "a2"
        from "org_0123456789ab"."contact" as "t7"
        where "t7"."deleted_at" is null) g) n))::text as "r2"
