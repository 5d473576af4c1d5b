select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name", "t0"."regarding_deal_id" as "regardingDealId", case when "t0"."regarding_account_id" is not null then (select row_to_json(n.*)
        from (select 'Account'::text as "__typename", "t1"."name" as "title", "t1"."segment" as "segment"
          from "org_0123456789ab"."account" as "t1"
          where "t1"."id" = "t0"."regarding_account_id" and "t1"."deleted_at" is null) n) when "t0"."regarding_deal_id" is not null then (select row_to_json(n.*)
        from (select 'Deal'::text as "__typename", "t2"."name" as "title", "t2"."stage" as "stage"
          from "org_0123456789ab"."deal" as "t2"
          where "t2"."id" = "t0"."regarding_deal_id" and "t2"."deleted_at" is null) n) end as "regarding"
      from "org_0123456789ab"."note" as "t0"
      where "t0"."deleted_at" is null
      order by "t0"."name", "t0"."id" limit 50) n))::text as "r0", ((select coalesce(json_agg(n.*), '[]')
    from (select "t3"."name" as "name"
      from "org_0123456789ab"."note" as "t3"
      where "t3"."deleted_at" is null and exists (select
        from "org_0123456789ab"."account" as "t4"
        where "t4"."id" = "t3"."regarding_account_id" and "t4"."deleted_at" is null and "t4"."segment" = $1::text)
      order by "t3"."id" limit 50) n))::text as "r1", ((select row_to_json(n.*)
    from (select (select row_to_json(c.*)
        from (select (select coalesce(json_agg(n.*), '[]')
            from (select "t6"."name" as "name"
              from "org_0123456789ab"."note" as "t6"
              where "t6"."regarding_account_id" = "t5"."id" and "t6"."deleted_at" is null
              order by "t6"."id" limit 50) n) as "nodes") c) as "notes"
      from "org_0123456789ab"."account" as "t5"
      where "t5"."id" = $2::uuid and "t5"."deleted_at" is null) n))::text as "r2"
