select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name", (select row_to_json(n.*)
        from (select "t2"."name" as "name"
          from "org_0123456789ab"."_user" as "t2"
          where "t2"."id" = "t0"."owner_id") n) as "owner"
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."deleted_at" is null and "t0"."owner_id" = (select $1::uuid) and (("t0"."owner_id" = $2::uuid or exists (select
            from "org_0123456789ab"."_user" as "t1"
            where "t1"."id" = "t0"."owner_id" and "t1"."id" = any($3::uuid[]))) and "t0"."created_by" is distinct
        from $4::uuid)
      order by "t0"."id" limit 50) n))::text as "r0"
