select ((select count(*)
    from (select
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."deleted_at" is null limit 1000000) counted))::text as "r0", ("t0_g"."n1")::text as "r1", ("t0_g"."n2")::text as "r2", ((select row_to_json(i.*)
    from (select "t0_g".more as "hasNextPage", false::boolean as "hasPreviousPage", "t0_g".starts as "startCursor", "t0_g".ends as "endCursor") i))::text as "r3"
from (select coalesce(json_agg("n1".*) filter (
      where "t0"."_place" <= 2), '[]') as "n1", coalesce(json_agg("n2".*) filter (
      where "t0"."_place" <= 2), '[]') as "n2", count(*) > 2 as more, case when count(*) > 0 then translate(encode(convert_to(json_build_array('-rating name id'::text, (array_agg("t0"."rating"::text))[1]::text, (array_agg("t0"."name"::text))[1]::text, (array_agg("t0"."id"::text))[1]::text)::text, 'UTF8'), 'base64'), chr(10), '') end as starts, case when count(*) > 0 then translate(encode(convert_to(json_build_array('-rating name id'::text, (array_agg("t0"."rating"::text))[least(count(*), 2)]::text, (array_agg("t0"."name"::text))[least(count(*), 2)]::text, (array_agg("t0"."id"::text))[least(count(*), 2)]::text)::text, 'UTF8'), 'base64'), chr(10), '') end as ends
  from (select "t0".*, row_number() over () as "_place"
    from (select "t0".*
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."deleted_at" is null
      order by "t0"."rating" desc, "t0"."name", "t0"."id" limit 3) "t0") "t0" cross join lateral (select "t0"."name" as "name", "t0"."rating" as "rating") "n1" cross join lateral (select translate(encode(convert_to(json_build_array('-rating name id'::text, "t0"."rating"::text, "t0"."name"::text, "t0"."id"::text)::text, 'UTF8'), 'base64'), chr(10), '') as "cursor", (select row_to_json(n.*)
      from (select "t0"."name" as "name") n) as "node") "n2") "t0_g"
