select ((select coalesce(json_agg(n.*), '[]') from (select "t0"."name" as "name" from (select * from ((select "t0".* from "org_0123456789ab"."account" as "t0"
where "t0"."deleted_at" is null and "t0"."owner_id" = (select $1::uuid) order by "t0"."created_at" desc, "t0"."id" desc limit 20)
union all (select "t5".* from (select owner_id from "org_0123456789ab"."_below"
where user_id = (select $1::uuid)) "t4"(id)
cross join lateral (select "t0".* from "org_0123456789ab"."account" as "t0"
where "t0"."deleted_at" is null and "t0"."owner_id" = "t4".id order by "t0"."created_at" desc, "t0"."id" desc limit 20) "t5")
union all (select "t0".* from "org_0123456789ab"."account" as "t0"
where "t0"."deleted_at" is null and not ("t0"."owner_id" = (select $1::uuid) or "t0"."owner_id" = any(array(select owner_id from "org_0123456789ab"."_below"
where user_id = (select $1::uuid)))) and "t0"."id" = any(array(select s.record_id from "org_0123456789ab"."_share" s
where s.object = '50000000-0000-4000-8000-000000000003' and s.principal = any(array(select principal from "org_0123456789ab"."_principal"
where user_id = (select $1::uuid))) and (s.until is null or s.until > (select $2::timestamptz)))) order by "t0"."created_at" desc, "t0"."id" desc limit 20)
union all (select "t0".* from "org_0123456789ab"."account" as "t0"
where "t0"."deleted_at" is null and not ("t0"."owner_id" = (select $1::uuid) or "t0"."owner_id" = any(array(select owner_id from "org_0123456789ab"."_below"
where user_id = (select $1::uuid)))) and not (exists (select from "org_0123456789ab"."_share" s
where s.record_id = "t0"."id" and s.object = '50000000-0000-4000-8000-000000000003' and s.principal = any(array(select principal from "org_0123456789ab"."_principal"
where user_id = (select $1::uuid))) and (s.until is null or s.until > (select $2::timestamptz)))) and (exists (select principal from "org_0123456789ab"."_principal"
where user_id = (select $1::uuid) and principal = any(array['team:blue']::text[]))
or exists (select principal from "org_0123456789ab"."_principal"
where user_id = (select $1::uuid) and principal = any(array['everyone']::text[]))
or exists (select principal from "org_0123456789ab"."_principal"
where user_id = (select $1::uuid) and principal = any(array['queue:desk']::text[]))) and ((exists (select principal from "org_0123456789ab"."_principal"
where user_id = (select $1::uuid) and principal = any(array['team:blue']::text[])) and "t0"."owner_id" in (select user_id from "org_0123456789ab"."_principal"
where principal = any(array['below:seller']::text[])))
or (exists (select principal from "org_0123456789ab"."_principal"
where user_id = (select $1::uuid) and principal = any(array['everyone']::text[])) and (coalesce((select (coalesce(("t0"."region")::text, '') = coalesce(("t1"."name")::text, '')) from (select) as one left join "org_0123456789ab"."_user" as "t1" on "t1"."id" = (select $1::uuid)), false)))
or (exists (select principal from "org_0123456789ab"."_principal"
where user_id = (select $1::uuid) and principal = any(array['queue:desk']::text[])) and (coalesce((("t0"."region")::text = $3::text), false)))) order by "t0"."created_at" desc, "t0"."id" desc limit 20)) "t0" order by "t0"."created_at" desc, "t0"."id" desc limit 20) "t0" order by "t0"."created_at" desc, "t0"."id" desc limit 20) n))::text as "r0"
