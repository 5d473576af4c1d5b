select ("t0_g"."n0")::text as "r0", ((select row_to_json(i.*)
    from (select "t0_g".more as "hasNextPage", true::boolean as "hasPreviousPage") i))::text as "r1"
from (select coalesce(json_agg("n0".*) filter (
      where "t0"."_place" <= 2), '[]') as "n0", count(*) > 2 as more
  from (select "t0".*, row_number() over () as "_place"
    from (select "t0".*
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."deleted_at" is null and ("t0"."name", "t0"."id") > ($1::text, $2::uuid)
      order by "t0"."name", "t0"."id" limit 3) "t0") "t0" cross join lateral (select "t0"."name" as "name") "n0") "t0_g"
