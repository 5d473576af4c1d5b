select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."fee"::text as "fee", "t0"."currency" as "currency", nullif(nullif(least(greatest(round((case when coalesce("t0"."currency", $1::text) = $2::text then "t0"."fee" else "t0"."fee" / (select rate
                    from "org_0123456789ab"."_currency_rate"
                    where code = coalesce("t0"."currency", $1::text) and starts_on <= coalesce("t0"."since"::date, ($3::timestamptz at time zone $4::text)::date)
                    order by starts_on desc limit 1) end)::numeric, 2), -10000000000), 10000000000), 10000000000), -10000000000)::text as "feeConverted"
      from "org_0123456789ab"."contact" as "t0"
      where "t0"."deleted_at" is null and nullif(nullif(least(greatest(round((case when coalesce("t0"."currency", $5::text) = $6::text then "t0"."fee" else "t0"."fee" / (select rate
                    from "org_0123456789ab"."_currency_rate"
                    where code = coalesce("t0"."currency", $5::text) and starts_on <= coalesce("t0"."since"::date, ($3::timestamptz at time zone $4::text)::date)
                    order by starts_on desc limit 1) end)::numeric, 2), -10000000000), 10000000000), 10000000000), -10000000000) > $7::numeric
      order by nullif(nullif(least(greatest(round((case when coalesce("t0"."currency", $8::text) = $9::text then "t0"."fee" else "t0"."fee" / (select rate
                    from "org_0123456789ab"."_currency_rate"
                    where code = coalesce("t0"."currency", $8::text) and starts_on <= coalesce("t0"."since"::date, ($3::timestamptz at time zone $4::text)::date)
                    order by starts_on desc limit 1) end)::numeric, 2), -10000000000), 10000000000), 10000000000), -10000000000) desc, "t0"."id" desc limit 50) n))::text as "r0", ((select row_to_json(n.*)
    from (select (select row_to_json(a.*)
        from (select "g"."a0"::text as "feeConverted") a) as "sum"
      from (select sum(nullif(nullif(least(greatest(round((case when coalesce("t0"."currency", $10::text) = $11::text then "t0"."fee" else "t0"."fee" / (select rate
                        from "org_0123456789ab"."_currency_rate"
                        where code = coalesce("t0"."currency", $10::text) and starts_on <= coalesce("t0"."since"::date, ($3::timestamptz at time zone $4::text)::date)
                        order by starts_on desc limit 1) end)::numeric, 2), -10000000000), 10000000000), 10000000000), -10000000000)::numeric) as "a0"
        from "org_0123456789ab"."contact" as "t0"
        where "t0"."deleted_at" is null and nullif(nullif(least(greatest(round((case when coalesce("t0"."currency", $5::text) = $6::text then "t0"."fee" else "t0"."fee" / (select rate
                      from "org_0123456789ab"."_currency_rate"
                      where code = coalesce("t0"."currency", $5::text) and starts_on <= coalesce("t0"."since"::date, ($3::timestamptz at time zone $4::text)::date)
                      order by starts_on desc limit 1) end)::numeric, 2), -10000000000), 10000000000), 10000000000), -10000000000) > $7::numeric) g) n))::text as "r1", ((select coalesce(json_agg(n.*), '[]')
    from (select "t1"."fee"::text as "fee", "t1"."currency" as "currency", nullif(nullif(least(greatest(round((case when coalesce("t1"."currency", $12::text) = $13::text then "t1"."fee" else "t1"."fee" / (select rate
                    from "org_0123456789ab"."_currency_rate"
                    where code = coalesce("t1"."currency", $12::text) and starts_on <= coalesce("t1"."since"::date, ($3::timestamptz at time zone $4::text)::date)
                    order by starts_on desc limit 1) end)::numeric, 2), -10000000000), 10000000000), 10000000000), -10000000000)::text as "feeConverted"
      from "org_0123456789ab"."contact" as "t1"
      where "t1"."deleted_at" is null
      order by "t1"."fee", "t1"."id" limit 50) n))::text as "r2"
