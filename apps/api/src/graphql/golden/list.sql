select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name", "t0"."rating" as "rating"
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."deleted_at" is null and ("t0"."status" = $1::text and "t0"."rating" >= $2::bigint)
      order by "t0"."name", "t0"."id" limit 3) n))::text as "r0"
