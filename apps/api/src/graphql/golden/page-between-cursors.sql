select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name"
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."deleted_at" is null and ("t0"."name", "t0"."id") < ($1::text, $2::uuid) and ("t0"."name", "t0"."id") > ($3::text, $4::uuid)
      order by "t0"."name", "t0"."id" limit 5) n))::text as "r0"
