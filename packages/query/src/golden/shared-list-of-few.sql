select ((select coalesce(json_agg(n.*), '[]') from (select "t0"."name" as "name" from ((select "t4".* from (select $1::uuid as id
union all select owner_id from "org_0123456789ab"."_below"
where user_id = $1::uuid) "t3"
cross join lateral (select "t0".* from "org_0123456789ab"."account" as "t0"
where "t0"."deleted_at" is null and "t0"."owner_id" = "t3".id order by "t0"."created_at" desc, "t0"."id" desc limit 20) "t4")
union all (select "t0".* from "org_0123456789ab"."account" as "t0"
where "t0"."deleted_at" is null and not ("t0"."owner_id" = $1::uuid or "t0"."owner_id" = any(array(select owner_id from "org_0123456789ab"."_below"
where user_id = $1::uuid))) and "t0"."id" = any(array(select s.record_id from "org_0123456789ab"."_share" s
where s.object = $2 and s.principal = any(array(select principal from "org_0123456789ab"."_principal"
where user_id = $1::uuid)) and (s.until is null or s.until > $3::timestamptz))) order by "t0"."created_at" desc, "t0"."id" desc limit 20)
union all (select "t0".* from "org_0123456789ab"."account" as "t0"
where "t0"."deleted_at" is null and not ("t0"."owner_id" = $1::uuid or "t0"."owner_id" = any(array(select owner_id from "org_0123456789ab"."_below"
where user_id = $1::uuid))) and not (exists (select from "org_0123456789ab"."_share" s
where s.record_id = "t0"."id" and s.object = $4 and s.principal = any(array(select principal from "org_0123456789ab"."_principal"
where user_id = $1::uuid)) and (s.until is null or s.until > $3::timestamptz))) and (exists (select principal from "org_0123456789ab"."_principal"
where user_id = $1::uuid and principal = any($5::text[]))
or exists (select principal from "org_0123456789ab"."_principal"
where user_id = $1::uuid and principal = any($6::text[]))
or exists (select principal from "org_0123456789ab"."_principal"
where user_id = $1::uuid and principal = any($7::text[]))) and ((exists (select principal from "org_0123456789ab"."_principal"
where user_id = $1::uuid and principal = any($8::text[])) and "t0"."owner_id" in (select user_id from "org_0123456789ab"."_principal"
where principal = any($9::text[])))
or (exists (select principal from "org_0123456789ab"."_principal"
where user_id = $1::uuid and principal = any($10::text[])) and (coalesce((select (coalesce(("t0"."region")::text, '') = coalesce(("t1"."name")::text, '')) from (select) as one left join "org_0123456789ab"."_user" as "t1" on "t1"."id" = $1::uuid), false)))
or (exists (select principal from "org_0123456789ab"."_principal"
where user_id = $1::uuid and principal = any($11::text[])) and (coalesce((("t0"."region")::text = $12::text), false)))) order by "t0"."created_at" desc, "t0"."id" desc limit 20)) "t0" order by "t0"."created_at" desc, "t0"."id" desc limit 20) n))::text as "r0"
