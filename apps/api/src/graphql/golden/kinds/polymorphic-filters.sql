select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name"
      from "org_0123456789ab"."note" as "t0"
      where "t0"."deleted_at" is null and (("t0"."regarding_account_id" is null) = $1::boolean and ("t0"."regarding_deal_id" is null) = $2::boolean)
      order by "t0"."id" limit 50) n))::text as "r0", ((select coalesce(json_agg(n.*), '[]')
    from (select "t1"."name" as "name"
      from "org_0123456789ab"."note" as "t1"
      where "t1"."deleted_at" is null and exists (select
        from "org_0123456789ab"."account" as "t2"
        where "t2"."id" = "t1"."regarding_account_id" and "t2"."deleted_at" is null and "t2"."name" ilike $3::text)
      order by "t1"."id" limit 50) n))::text as "r1", ((select coalesce(json_agg(n.*), '[]')
    from (select "t3"."name" as "name", case when "t3"."regarding_account_id" is not null then (select row_to_json(n.*)
        from (select 'Account'::text as "__typename"
          from "org_0123456789ab"."account" as "t8"
          where "t8"."id" = "t3"."regarding_account_id" and "t8"."deleted_at" is null) n) when "t3"."regarding_deal_id" is not null then (select row_to_json(n.*)
        from (select 'Deal'::text as "__typename"
          from "org_0123456789ab"."deal" as "t9"
          where "t9"."id" = "t3"."regarding_deal_id" and "t9"."deleted_at" is null) n) end as "regarding"
      from "org_0123456789ab"."note" as "t3"
      where "t3"."deleted_at" is null and ((exists (select
            from "org_0123456789ab"."deal" as "t4"
            where "t4"."id" = "t3"."regarding_deal_id" and "t4"."deleted_at" is null and exists (select
              from "org_0123456789ab"."account" as "t5"
              where "t5"."id" = "t4"."account_id" and "t5"."deleted_at" is null and exists (select
                from "org_0123456789ab"."region" as "t6"
                where "t6"."id" = "t5"."region_id" and "t6"."deleted_at" is null and "t6"."tax" > $4::numeric))) or exists (select
            from "org_0123456789ab"."account" as "t7"
            where "t7"."id" = "t3"."regarding_account_id" and "t7"."deleted_at" is null and true)) and ((("t3"."regarding_account_id" is null) = $5::boolean and ("t3"."regarding_deal_id" is null) = $6::boolean)) is not true)
      order by "t3"."name", "t3"."id" limit 50) n))::text as "r2", ((select coalesce(json_agg(n.*), '[]')
    from (select "t10"."name" as "name"
      from "org_0123456789ab"."account" as "t10"
      where "t10"."deleted_at" is null and exists (select
        from "org_0123456789ab"."note" as "t11"
        where "t11"."regarding_account_id" = "t10"."id" and "t11"."deleted_at" is null and "t11"."name" ilike $7::text)
      order by "t10"."id" limit 50) n))::text as "r3"
