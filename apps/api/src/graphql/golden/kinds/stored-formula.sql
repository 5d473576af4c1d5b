select ("t0_g"."n0")::text as "r0", ((select row_to_json(i.*)
    from (select "t0_g".more as "hasNextPage", "t0_g".ends as "endCursor") i))::text as "r1"
from (select coalesce(json_agg("n0".*) filter (
      where "t0"."_place" <= 50), '[]') as "n0", count(*) > 50 as more, case when count(*) > 0 then translate(encode(convert_to(json_build_array('net id'::text, (array_agg("t0"."net"::text))[1]::text, (array_agg("t0"."id"::text))[1]::text)::text, 'UTF8'), 'base64'), chr(10), '') end as starts, case when count(*) > 0 then translate(encode(convert_to(json_build_array('net id'::text, (array_agg("t0"."net"::text))[least(count(*), 50)]::text, (array_agg("t0"."id"::text))[least(count(*), 50)]::text)::text, 'UTF8'), 'base64'), chr(10), '') end as ends
  from (select "t0".*, row_number() over () as "_place"
    from (select "t0".*
      from "org_0123456789ab"."deal" as "t0"
      where "t0"."deleted_at" is null and "t0"."net" < $1::numeric
      order by "t0"."net", "t0"."id" limit 51) "t0") "t0" cross join lateral (select "t0"."name" as "name", "t0"."net"::text as "net") "n0") "t0_g"
