select ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."photo_id" as "photoId", (select row_to_json(n.*)
        from (select "t2"."name" as "name", "t2"."size" as "size", "t2"."content_type" as "contentType"
          from "org_0123456789ab"."_file" as "t2"
          where "t2"."id" = "t0"."photo_id") n) as "photo"
      from "org_0123456789ab"."contact" as "t0"
      where "t0"."deleted_at" is null and exists (select
        from "org_0123456789ab"."_file" as "t1"
        where "t1"."id" = "t0"."photo_id" and "t1"."content_type" ilike $1::text)
      order by "t0"."id" limit 50) n))::text as "r0"
