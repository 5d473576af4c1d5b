with "input" as materialized (select * from jsonb_to_recordset($1::jsonb) as i("_row" integer, "_id" uuid, "_version" bigint, "_set" jsonb, "_changes" jsonb, "name" text)),
held as materialized (select "t0"."id", "t0"."version", "t0"."name", (("t0"."owner_id" = (select $2::uuid)
or exists (select owner_id from "org_0123456789ab"."_below"
where user_id = (select $2::uuid) and owner_id = "t0"."owner_id")
or (exists (select principal from "org_0123456789ab"."_principal"
where user_id = (select $2::uuid) and principal = any(array['everyone']::text[])) and (coalesce((select (coalesce(("t0"."region")::text, '') = coalesce(("t2"."name")::text, '')) from (select) as one left join "org_0123456789ab"."_user" as "t2" on "t2"."id" = (select $2::uuid)), false)))
or exists (select from "org_0123456789ab"."_share" s
where s.record_id = "t0"."id" and s.object = '50000000-0000-4000-8000-000000000003' and s.principal = any(array(select principal from "org_0123456789ab"."_principal"
where user_id = (select $2::uuid))) and (s.until is null or s.until > (select $3::timestamptz)) and s.access = 'edit'))) as "_allowed" from "org_0123456789ab"."account" as "t0"
where "t0"."id" in (select "_id" from "input") and "t0"."deleted_at" is null and ("t0"."owner_id" = (select $2::uuid)
or exists (select owner_id from "org_0123456789ab"."_below"
where user_id = (select $2::uuid) and owner_id = "t0"."owner_id")
or (exists (select principal from "org_0123456789ab"."_principal"
where user_id = (select $2::uuid) and principal = any(array['team:blue']::text[])) and "t0"."owner_id" in (select user_id from "org_0123456789ab"."_principal"
where principal = any(array['below:seller']::text[])))
or (exists (select principal from "org_0123456789ab"."_principal"
where user_id = (select $2::uuid) and principal = any(array['everyone']::text[])) and (coalesce((select (coalesce(("t0"."region")::text, '') = coalesce(("t1"."name")::text, '')) from (select) as one left join "org_0123456789ab"."_user" as "t1" on "t1"."id" = (select $2::uuid)), false)))
or (exists (select principal from "org_0123456789ab"."_principal"
where user_id = (select $2::uuid) and principal = any(array['queue:desk']::text[])) and (coalesce((("t0"."region")::text = $4::text), false)))
or exists (select from "org_0123456789ab"."_share" s
where s.record_id = "t0"."id" and s.object = '50000000-0000-4000-8000-000000000003' and s.principal = any(array(select principal from "org_0123456789ab"."_principal"
where user_id = (select $2::uuid))) and (s.until is null or s.until > (select $3::timestamptz)))) order by "t0"."id" for update),
problem as materialized (select i."_row" as "row", $5::text as field, $6::text as code, null::bigint as version from input i
where not exists (select from held h
where h.id = i."_id")
union all select i."_row" as "row", $7::text as field, $8::text as code, null::bigint as version from input i join held h on h.id = i."_id"
where not h."_allowed"
union all select i."_row" as "row", $9::text as field, $10::text as code, h.version::bigint as version from input i join held h on h.id = i."_id"
where h."_allowed" and h.version <> i."_version"), difference as materialized (select h.id, i."_row", case when true and "h"."name" is distinct from "i"."name" then jsonb_build_object($11::text, jsonb_build_array("h"."name", "i"."name")) else '{}'::jsonb end as "_changes", case when true then "i"."name" else "h"."name" end as "name" from input i join held h on h.id = i."_id"),
record as (update "org_0123456789ab"."account" t set updated_at = $12::timestamptz, updated_by = $13::uuid, version = t.version + 1, "name" = "d"."name" from difference d
where t.id = d.id and d."_changes" <> '{}' and not exists (select from problem) returning "t"."id", "t"."name"),
history as (insert into "org_0123456789ab"."_history" (object, record_id, kind, changes, actor_id, source, operation_id, at) select $14::text, c.id, $15::text, c."_changes", $13::uuid, $16::text, $17::uuid, $12::timestamptz from (select d.id, d."_row", d."_changes" from difference d join record r on r.id = d.id) c order by c."_row" returning id),
event as (insert into "org_0123456789ab"."_event" (lane, history_id) select case when count(*) over () > 50 then 1 + (hashtext($17::uuid::text) & 7) else 0 end, id from history) select (select json_agg(p order by p."row", p.field) from problem p)::text as problems, null::text as records, (select count(*)::integer from record) as written
