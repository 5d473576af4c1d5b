select (to_json('Query'::text))::text as "r0", ((select row_to_json(n.*)
    from (select "t0"."name" as "name"
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."id" = $1::uuid and "t0"."deleted_at" is null) n))::text as "r1", ((select row_to_json(n.*)
    from (select "t1"."name" as "name"
      from "org_0123456789ab"."customer" as "t1"
      where "t1"."id" = $2::uuid and "t1"."deleted_at" is null) n))::text as "r2", ((select coalesce(json_agg(n.*), '[]')
    from (select "t2"."name" as "name", 'User'::text as "__typename"
      from "org_0123456789ab"."_user" as "t2"
      where true
      order by "t2"."name" desc, "t2"."id" desc limit 1) n))::text as "r3", (to_json('UserConnection'::text))::text as "r4", ("t3_g"."n0")::text as "r5"
from (select coalesce(json_agg("n0".*) filter (
      where "t3"."_place" <= 1), '[]') as "n0", count(*) > 1 as more
  from (select "t3".*, row_number() over () as "_place"
    from (select "t3".*
      from "org_0123456789ab"."order" as "t3"
      where "t3"."deleted_at" is null
      order by "t3"."number", "t3"."id" limit 2) "t3") "t3" cross join lateral (select (select row_to_json(n.*)
      from (select "t3"."number" as "number") n) as "node", 'OrderEdge'::text as "__typename") "n0") "t3_g"
