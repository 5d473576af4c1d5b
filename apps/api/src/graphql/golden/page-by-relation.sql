select ("t0_g"."n0")::text as "r0", ((select row_to_json(i.*)
    from (select "t0_g".more as "hasNextPage") i))::text as "r1"
from (select coalesce(json_agg("n0".*) filter (
      where "t0"."_place" <= 3), '[]') as "n0", count(*) > 3 as more
  from (select "t0".*, row_number() over () as "_place"
    from (select "t0".*, "t1"."rating" as "_k0"
      from "org_0123456789ab"."order" as "t0" left join "org_0123456789ab"."customer" as "t1" on "t1"."id" = "t0"."customer_id" and "t1"."deleted_at" is null
      where "t0"."deleted_at" is null and (("t1"."rating" >= $1::bigint and ("t1"."rating" > $1::bigint or "t1"."rating" = $1::bigint and ("t0"."amount", "t0"."id") < ($2::numeric, $3::uuid))) or "t1"."rating" is null)
      order by "t1"."rating", "t0"."amount" desc, "t0"."id" desc limit 4) "t0") "t0" cross join lateral (select "t0"."number" as "number", "t0"."amount"::text as "amount", (select row_to_json(n.*)
      from (select "t2"."rating" as "rating"
        from "org_0123456789ab"."customer" as "t2"
        where "t2"."id" = "t0"."customer_id" and "t2"."deleted_at" is null) n) as "customer") "n0") "t0_g"
