select "t0"."id" as id, "t0"."deleted_at" is null as alive from "org_0123456789ab"."visit" as "t0"
where "t0"."id" = any($1::uuid[]) and (exists (select from "org_0123456789ab"."account" as "t0_p"
where "t0_p"."id" = "t0"."account_id" and ("t0_p"."owner_id" = (select $2::uuid)
or exists (select owner_id from "org_0123456789ab"."_below"
where user_id = (select $2::uuid) and owner_id = "t0_p"."owner_id")
or (exists (select principal from "org_0123456789ab"."_principal"
where user_id = (select $2::uuid) and principal = any(array['team:blue']::text[])) and "t0_p"."owner_id" in (select user_id from "org_0123456789ab"."_principal"
where principal = any(array['below:seller']::text[])))
or (exists (select principal from "org_0123456789ab"."_principal"
where user_id = (select $2::uuid) and principal = any(array['everyone']::text[])) and (coalesce((select (coalesce(("t0_p"."region")::text, '') = coalesce(("t1"."name")::text, '')) from (select) as one left join "org_0123456789ab"."_user" as "t1" on "t1"."id" = (select $2::uuid)), false)))
or (exists (select principal from "org_0123456789ab"."_principal"
where user_id = (select $2::uuid) and principal = any(array['queue:desk']::text[])) and (coalesce((("t0_p"."region")::text = $3::text), false)))
or exists (select from "org_0123456789ab"."_share" s
where s.record_id = "t0_p"."id" and s.object = '50000000-0000-4000-8000-000000000003' and s.principal = any(array(select principal from "org_0123456789ab"."_principal"
where user_id = (select $2::uuid))) and (s.until is null or s.until > (select $4::timestamptz))))) or ("t0"."account_id" is null and "t0"."owner_id" = (select $2::uuid)))
