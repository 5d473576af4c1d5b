select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name", (select nullif(((coalesce(("t6"."name")::text, '') || $1::text) || coalesce(("t5"."name")::text, '')), '')
        from (select) as one left join "org_0123456789ab"."account" as "t5" on "t5"."id" = "t0"."account_id" and "t5"."deleted_at" is null left join "org_0123456789ab"."region" as "t6" on "t6"."id" = "t5"."region_id" and "t6"."deleted_at" is null) as "place", (select (coalesce(("t0"."owner_id")::text, '') = coalesce(("t7"."id")::text, ''))
        from (select) as one left join "org_0123456789ab"."_user" as "t7" on "t7"."id" = (select $2::uuid)) as "isMine"
      from "org_0123456789ab"."deal" as "t0"
      where "t0"."deleted_at" is null and (select nullif(((coalesce(("t2"."name")::text, '') || $3::text) || coalesce(("t1"."name")::text, '')), '')
        from (select) as one left join "org_0123456789ab"."account" as "t1" on "t1"."id" = "t0"."account_id" and "t1"."deleted_at" is null left join "org_0123456789ab"."region" as "t2" on "t2"."id" = "t1"."region_id" and "t2"."deleted_at" is null) ilike $4::text
      order by (select nullif(((coalesce(("t4"."name")::text, '') || $5::text) || coalesce(("t3"."name")::text, '')), '')
        from (select) as one left join "org_0123456789ab"."account" as "t3" on "t3"."id" = "t0"."account_id" and "t3"."deleted_at" is null left join "org_0123456789ab"."region" as "t4" on "t4"."id" = "t3"."region_id" and "t4"."deleted_at" is null), "t0"."id" limit 10) n))::text as "r0", ((select coalesce(json_agg(n.*), '[]')
    from (select "t8"."name" as "name", (select nullif(coalesce(("t11"."name")::text, ''), '')
        from "org_0123456789ab"."deal" as "t11"
        where "t11"."account_id" = "t8"."id" and "t11"."deleted_at" is null and (("t11"."closed_on")::date <= (($6::timestamptz)::timestamptz at time zone ($7::text)::text)::date) and "t11"."closed_on" is not null
        order by "t11"."closed_on" desc, "t11"."id" desc limit 1) as "latest"
      from "org_0123456789ab"."account" as "t8"
      where "t8"."deleted_at" is null and ((select nullif(coalesce(("t9"."name")::text, ''), '')
          from "org_0123456789ab"."deal" as "t9"
          where "t9"."account_id" = "t8"."id" and "t9"."deleted_at" is null and (("t9"."closed_on")::date <= (($6::timestamptz)::timestamptz at time zone ($7::text)::text)::date) and "t9"."closed_on" is not null
          order by "t9"."closed_on" desc, "t9"."id" desc limit 1) is null) = $8::boolean
      order by (select nullif(coalesce(("t10"."name")::text, ''), '')
        from "org_0123456789ab"."deal" as "t10"
        where "t10"."account_id" = "t8"."id" and "t10"."deleted_at" is null and (("t10"."closed_on")::date <= (($6::timestamptz)::timestamptz at time zone ($7::text)::text)::date) and "t10"."closed_on" is not null
        order by "t10"."closed_on" desc, "t10"."id" desc limit 1) desc, "t8"."id" desc limit 50) n))::text as "r1"
