select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name", "t0"."code" as "code"
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."deleted_at" is null
      order by "t0"."name", "t0"."id" limit 1) n))::text as "r0"
