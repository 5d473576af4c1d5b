select ("t0_g"."n0")::text as "r0", ((select row_to_json(i.*)
    from (select "t0_g".more as "hasPreviousPage", false::boolean as "hasNextPage") i))::text as "r1"
from (select coalesce(json_agg("n0".*
      order by "t0"."_place" desc) filter (
      where "t0"."_place" <= 3), '[]') as "n0", count(*) > 3 as more
  from (select "t0".*, row_number() over () as "_place"
    from (select "t0".*
      from "org_0123456789ab"."order" as "t0"
      where "t0"."deleted_at" is null
      order by "t0"."amount" desc, "t0"."id" desc limit 4) "t0") "t0" cross join lateral (select "t0"."amount"::text as "amount") "n0") "t0_g"
