select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name", "t0"."channels" as "channels"
      from "org_0123456789ab"."account" as "t0"
      where "t0"."deleted_at" is null and ("t0"."channels" && $1::text[] and ("t0"."channels" && $2::text[]) is not true and "t0"."channels" @> $3::text[] and ("t0"."segment" is null or "t0"."segment" <> all($4::text[])))
      order by "t0"."segment" desc, "t0"."id" desc limit 50) n))::text as "r0", ((select coalesce(json_agg(n.*), '[]')
    from (select (select row_to_json(n.*)
        from (select "g"."k0" as "channels") n) as "key", "g"."a0" as "count"
      from (select "t0"."channels" as "k0", count(*) as "a0"
        from "org_0123456789ab"."account" as "t0"
        where "t0"."deleted_at" is null and ("t0"."channels" && $1::text[] and ("t0"."channels" && $2::text[]) is not true and "t0"."channels" @> $3::text[] and ("t0"."segment" is null or "t0"."segment" <> all($4::text[]))) group by 1) g
      where true
      order by "g"."k0" limit 100) n))::text as "r1"
