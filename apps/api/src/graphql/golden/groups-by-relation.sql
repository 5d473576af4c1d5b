select ((select coalesce(json_agg(n.*), '[]')
    from (select (select row_to_json(n.*)
        from (select (select row_to_json(n.*)
            from (select "g"."k0" as "status", case when "g"."k1" is not null then (select row_to_json(n.*)
                from (select "g"."k1" as "name") n) end as "owner") n) as "customer") n) as "key", "g"."a0" as "count", (select row_to_json(a.*)
        from (select "g"."a1"::text as "amount") a) as "sum"
      from (select "t1"."status" as "k0", "t2"."name" as "k1", count(*) as "a0", sum("t0"."amount"::numeric) as "a1"
        from "org_0123456789ab"."order" as "t0" left join "org_0123456789ab"."customer" as "t1" on "t1"."id" = "t0"."customer_id" and "t1"."deleted_at" is null left join "org_0123456789ab"."_user" as "t2" on "t2"."id" = "t1"."owner_id"
        where "t0"."deleted_at" is null group by 1, 2) g
      where true
      order by "g"."k1" desc nulls last, "g"."a1" desc nulls last, "g"."k0", "g"."k1" limit 100) n))::text as "r0"
