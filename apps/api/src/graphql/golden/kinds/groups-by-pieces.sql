select ((select coalesce(json_agg(n.*), '[]')
    from (select (select row_to_json(n.*)
        from (select (select row_to_json(n.*)
            from (select "g"."k0" as "city", 'Address'::text as "__typename") n) as "home", (select row_to_json(n.*)
            from (select (select row_to_json(n.*)
                from (select "g"."k1" as "name") n) as "region") n) as "account") n) as "key", "g"."a0" as "count", (select row_to_json(a.*)
        from (select "g"."a1" as "currency") a) as "countDistinct"
      from (select ("t0"."home" ->> 'city') as "k0", "t2"."name" as "k1", count(*) as "a0", count(distinct "t0"."currency") as "a1"
        from "org_0123456789ab"."contact" as "t0" left join "org_0123456789ab"."account" as "t1" on "t1"."id" = "t0"."account_id" and "t1"."deleted_at" is null left join "org_0123456789ab"."region" as "t2" on "t2"."id" = "t1"."region_id" and "t2"."deleted_at" is null
        where "t0"."deleted_at" is null group by 1, 2) g
      where true
      order by "g"."k0" desc nulls last, "g"."k0", "g"."k1" limit 100) n))::text as "r0"
