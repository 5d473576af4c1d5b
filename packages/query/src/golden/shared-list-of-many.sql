select ((select coalesce(json_agg(n.*), '[]') from (select "t0"."name" as "name" from "org_0123456789ab"."account" as "t0"
where "t0"."deleted_at" is null and ("t0"."owner_id" = $1::uuid
or exists (select owner_id from "org_0123456789ab"."_below"
where user_id = $1::uuid and owner_id = "t0"."owner_id")
or (exists (select principal from "org_0123456789ab"."_principal"
where user_id = $1::uuid and principal = any($2::text[])) and "t0"."owner_id" in (select user_id from "org_0123456789ab"."_principal"
where principal = any($3::text[])))
or (exists (select principal from "org_0123456789ab"."_principal"
where user_id = $1::uuid and principal = any($4::text[])) and (coalesce((select (coalesce(("t0"."region")::text, '') = coalesce(("t2"."name")::text, '')) from (select) as one left join "org_0123456789ab"."_user" as "t2" on "t2"."id" = $1::uuid), false)))
or (exists (select principal from "org_0123456789ab"."_principal"
where user_id = $1::uuid and principal = any($5::text[])) and (coalesce((("t0"."region")::text = $6::text), false)))
or exists (select from "org_0123456789ab"."_share" s
where s.record_id = "t0"."id" and s.object = $7 and s.principal = any(array(select principal from "org_0123456789ab"."_principal"
where user_id = $1::uuid)) and (s.until is null or s.until > $8::timestamptz))) order by "t0"."created_at" desc, "t0"."id" desc limit 20) n))::text as "r0"
