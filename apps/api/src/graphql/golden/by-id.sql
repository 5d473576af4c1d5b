select ((select row_to_json(n.*)
    from (select "t0"."id" as "id", "t0"."name" as "name", "t0"."code" as "code", "t0"."email" as "email", "t0"."status" as "status", "t0"."rating" as "rating", "t0"."score"::text as "score", "t0"."birthday" as "birthday", to_char("t0"."seen_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "seenAt", "t0"."owner_id" as "ownerId", "t0"."version" as "version"
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."id" = $1::uuid and "t0"."deleted_at" is null) n))::text as "r0"
