select ((select coalesce(json_agg(n.*), '[]')
    from (select (select row_to_json(n.*)
        from (select (select row_to_json(n.*)
            from (select "t1"."name" as "name", (select row_to_json(n.*)
                from (select "t2"."name" as "name"
                  from "org_0123456789ab"."_user" as "t2"
                  where "t2"."id" = "t1"."owner_id") n) as "owner"
              from "org_0123456789ab"."customer" as "t1"
              where "t1"."id" = "g"."k0" and "t1"."deleted_at" is null) n) as "customer") n) as "key", "g"."a0" as "count", (select row_to_json(a.*)
        from (select trim_scale("g"."a1")::text as "amount") a) as "avg"
      from (select "t0"."customer_id" as "k0", count(*) as "a0", round((sum("t0"."amount") + 0.0000000000) / nullif(count("t0"."amount"), 0), 10) as "a1", count(distinct "t0"."ordered_on") as "a2", max("t0"."amount") as "a3"
        from "org_0123456789ab"."order" as "t0"
        where "t0"."deleted_at" is null group by 1) g
      where "g"."a0" >= $1::bigint and "g"."a1" < $2::numeric and "g"."a2" is distinct
      from $3::bigint
      order by "g"."a3" desc nulls last, "g"."k0", "g"."k0" limit 2) n))::text as "r0"
