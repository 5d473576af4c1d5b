select ((select row_to_json(n.*)
    from (select case when "t1"."past" ? $1::text then (("t1"."past" -> $2::text) #>> '{}') else "t0"."number" end as "number", case when "t1"."past" ? $3::text then case when pg_input_is_valid((("t1"."past" -> $4::text) #>> '{}'), 'numeric') then (("t1"."past" -> $5::text) #>> '{}')::numeric end else "t0"."amount" end::text as "amount", "t0"."version" - (select count(*)
        from "org_0123456789ab"."_history" h
        where h.record_id = "t0"."id" and h.at > $6::timestamptz) as "version", (select row_to_json(n.*)
        from (select case when "t3"."past" ? $7::text then (("t3"."past" -> $8::text) #>> '{}') else "t2"."name" end as "name", to_char(case when "t3"."past" ? $9::text then case when pg_input_is_valid((("t3"."past" -> $10::text) #>> '{}'), 'timestamptz') then (("t3"."past" -> $11::text) #>> '{}')::timestamptz end else "t2"."seen_at" end at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "seenAt", (select row_to_json(n.*)
            from (select "t4"."name" as "name"
              from "org_0123456789ab"."_user" as "t4"
              where "t4"."id" = case when "t3"."past" ? $12::text then case when pg_input_is_valid((("t3"."past" -> $13::text) #>> '{}'), 'uuid') then (("t3"."past" -> $14::text) #>> '{}')::uuid end else "t2"."owner_id" end) n) as "owner"
          from "org_0123456789ab"."customer" as "t2" cross join lateral (select coalesce(jsonb_object_agg(c.key, c.earlier), '{}') as past
            from (select distinct on (e.key) e.key, e.value -> 0 as earlier
              from "org_0123456789ab"."_history" h, jsonb_each(h.changes) e
              where h.record_id = "t2"."id" and h.at > $6::timestamptz
              order by e.key, h.id) c) "t3"
          where "t2"."id" = case when "t1"."past" ? $15::text then case when pg_input_is_valid((("t1"."past" -> $16::text) #>> '{}'), 'uuid') then (("t1"."past" -> $17::text) #>> '{}')::uuid end else "t0"."customer_id" end and "t2"."created_at" <= $6::timestamptz and (select h.kind
            from "org_0123456789ab"."_history" h
            where h.record_id = "t2"."id" and h.at <= $6::timestamptz and h.kind in ('deleted', 'restored')
            order by h.id desc limit 1) is distinct
          from 'deleted') n) as "customer"
      from "org_0123456789ab"."order" as "t0" cross join lateral (select coalesce(jsonb_object_agg(c.key, c.earlier), '{}') as past
        from (select distinct on (e.key) e.key, e.value -> 0 as earlier
          from "org_0123456789ab"."_history" h, jsonb_each(h.changes) e
          where h.record_id = "t0"."id" and h.at > $6::timestamptz
          order by e.key, h.id) c) "t1"
      where "t0"."id" = $18::uuid and "t0"."created_at" <= $6::timestamptz and (select h.kind
        from "org_0123456789ab"."_history" h
        where h.record_id = "t0"."id" and h.at <= $6::timestamptz and h.kind in ('deleted', 'restored')
        order by h.id desc limit 1) is distinct
      from 'deleted') n))::text as "r0"
