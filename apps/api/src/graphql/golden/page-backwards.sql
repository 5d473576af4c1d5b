select ("t0_g"."n0")::text as "r0", ((select row_to_json(i.*)
    from (select "t0_g".more as "hasPreviousPage", true::boolean as "hasNextPage", "t0_g".starts as "startCursor") i))::text as "r1"
from (select coalesce(json_agg("n0".*
      order by "t0"."_place" desc) filter (
      where "t0"."_place" <= 2), '[]') as "n0", count(*) > 2 as more, case when count(*) > 0 then translate(encode(convert_to(json_build_array('-rating name id'::text, (array_agg("t0"."rating"::text
              order by "t0"."_place"))[least(count(*), 2)]::text, (array_agg("t0"."name"::text
              order by "t0"."_place"))[least(count(*), 2)]::text, (array_agg("t0"."id"::text
              order by "t0"."_place"))[least(count(*), 2)]::text)::text, 'UTF8'), 'base64'), chr(10), '') end as starts, case when count(*) > 0 then translate(encode(convert_to(json_build_array('-rating name id'::text, (array_agg("t0"."rating"::text
              order by "t0"."_place"))[1]::text, (array_agg("t0"."name"::text
              order by "t0"."_place"))[1]::text, (array_agg("t0"."id"::text
              order by "t0"."_place"))[1]::text)::text, 'UTF8'), 'base64'), chr(10), '') end as ends
  from (select "t0".*, row_number() over () as "_place"
    from (select "t0".*
      from ((select "t0".*
          from "org_0123456789ab"."customer" as "t0"
          where "t0"."deleted_at" is null and ("t0"."rating" >= $1::bigint and ("t0"."rating" > $1::bigint or "t0"."rating" = $1::bigint and ("t0"."name", "t0"."id") < ($2::text, $3::uuid)))
          order by "t0"."rating", "t0"."name" desc, "t0"."id" desc limit 3)
        union all (select "t0".*
          from "org_0123456789ab"."customer" as "t0"
          where "t0"."deleted_at" is null and "t0"."rating" is null
          order by "t0"."rating", "t0"."name" desc, "t0"."id" desc limit 3)) "t0"
      order by "t0"."rating", "t0"."name" desc, "t0"."id" desc limit 3) "t0") "t0" cross join lateral (select translate(encode(convert_to(json_build_array('-rating name id'::text, "t0"."rating"::text, "t0"."name"::text, "t0"."id"::text)::text, 'UTF8'), 'base64'), chr(10), '') as "cursor", (select row_to_json(n.*)
      from (select "t0"."name" as "name", "t0"."rating" as "rating") n) as "node") "n0") "t0_g"
