select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name", "t0"."score"::text as "score"
      from ((select "t0".*
          from "org_0123456789ab"."customer" as "t0"
          where "t0"."deleted_at" is null and "t0"."score" is null and ("t0"."id") < ($1::uuid)
          order by "t0"."score" desc, "t0"."id" desc limit 3)
        union all (select "t0".*
          from "org_0123456789ab"."customer" as "t0"
          where "t0"."deleted_at" is null and "t0"."score" is not null
          order by "t0"."score" desc, "t0"."id" desc limit 3)) "t0"
      order by "t0"."score" desc, "t0"."id" desc limit 3) n))::text as "r0"
