select (to_json('Query'::text))::text as "r0", (to_json('CustomerConnection'::text))::text as "r1", ((select coalesce(json_agg(n.*), '[]')
    from (select "t0"."name" as "name"
      from "org_0123456789ab"."customer" as "t0"
      where "t0"."deleted_at" is null and case when guanxi.has_indexes(array['"org_0123456789ab"."customer__name__search"', '"org_0123456789ab"."customer__code__search"', '"org_0123456789ab"."customer__email__search"']::text[]) then (guanxi.search_terms("t0"."name") @@ $1::tsquery or guanxi.search_terms("t0"."code") @@ $1::tsquery or guanxi.search_terms("t0"."email") @@ $1::tsquery) and coalesce(concat_ws(' ', "t0"."name", "t0"."code", "t0"."email") ~* $2::text and ($3::text[] is null or ("t0"."name" ilike $4::text or "t0"."code" ilike $4::text or "t0"."email" ilike $4::text or guanxi.fold_text("t0"."name") like any ($3::text[]) or guanxi.fold_text("t0"."code") like any ($3::text[]) or guanxi.fold_text("t0"."email") like any ($3::text[]))), false) else ("t0"."name" ilike $4::text or "t0"."code" ilike $4::text or "t0"."email" ilike $4::text) end and (true or pg_current_xact_id_if_assigned() is null)
      order by "t0"."name", "t0"."id" limit 50) n))::text as "r2", ((with "_search" as materialized (select $5::tsquery as "v0", $6::text[] as "v1", $7::text[] as "v2", $8::text as "v3", $9::tsquery as "v4", $10::tsquery as "v5", $11::tsquery as "v6", $12::text as "v7", $13::text[] as "v8"
      where (true or pg_current_xact_id_if_assigned() is null)), "_found" as materialized (select *
      from ((select 'Customer'::text as "_object", b.id as "_id", "t5"."name"::text as "_name", b.rank::float8 as "_rank", "t5"."updated_at" as "_changed"
          from (select id, max(rank) as rank
            from ((select "t1"."id" as id, 5 as rank
                from "org_0123456789ab"."customer" as "t1"
                where "t1"."deleted_at" is null and case when guanxi.has_indexes(array['"org_0123456789ab"."customer__name__search"', '"org_0123456789ab"."customer__code__search"', '"org_0123456789ab"."customer__email__search"']::text[]) then (guanxi.search_terms("t1"."name") @@ (select "v4"
                    from "_search")::tsquery or guanxi.search_terms("t1"."code") @@ (select "v4"
                    from "_search")::tsquery or guanxi.search_terms("t1"."email") @@ (select "v4"
                    from "_search")::tsquery) else ("t1"."name" ilike (select "v7"
                    from "_search")::text  or "t1"."code" ilike (select "v7"
                    from "_search")::text  or "t1"."email" ilike (select "v7"
                    from "_search")::text ) end limit 200)
              union all (select "t2"."id" as id, 4 as rank
                from "org_0123456789ab"."customer" as "t2"
                where "t2"."deleted_at" is null and case when guanxi.has_indexes(array['"org_0123456789ab"."customer__name__search"']::text[]) then (guanxi.search_terms("t2"."name") @@ (select "v5"
                    from "_search")::tsquery) else ("t2"."name" ilike (select "v7"
                    from "_search")::text || '%') end limit 200)
              union all (select "t3"."id" as id, 3 as rank
                from "org_0123456789ab"."customer" as "t3"
                where "t3"."deleted_at" is null and case when guanxi.has_indexes(array['"org_0123456789ab"."customer__name__search"']::text[]) then (guanxi.search_terms("t3"."name") @@ (select "v0"
                    from "_search")::tsquery) and coalesce(((select "v1"
                      from "_search")::text[] is null or ("t3"."name" ilike (select "v3"
                        from "_search")::text or guanxi.fold_text("t3"."name") like any ((select "v1"
                          from "_search")::text[]))), false) else ("t3"."name" ilike (select "v3"
                    from "_search")::text) end limit 200)
              union all (select "t4"."id" as id, 2 as rank
                from "org_0123456789ab"."customer" as "t4"
                where "t4"."deleted_at" is null and case when guanxi.has_indexes(array['"org_0123456789ab"."customer__name__search"', '"org_0123456789ab"."customer__code__search"', '"org_0123456789ab"."customer__email__search"']::text[]) then (guanxi.search_terms("t4"."name") @@ (select "v0"
                    from "_search")::tsquery or guanxi.search_terms("t4"."code") @@ (select "v0"
                    from "_search")::tsquery or guanxi.search_terms("t4"."email") @@ (select "v0"
                    from "_search")::tsquery) and coalesce(((select "v1"
                      from "_search")::text[] is null or ("t4"."name" ilike (select "v3"
                        from "_search")::text or "t4"."code" ilike (select "v3"
                        from "_search")::text or "t4"."email" ilike (select "v3"
                        from "_search")::text or guanxi.fold_text("t4"."name") like any ((select "v1"
                          from "_search")::text[]) or guanxi.fold_text("t4"."code") like any ((select "v1"
                          from "_search")::text[]) or guanxi.fold_text("t4"."email") like any ((select "v1"
                          from "_search")::text[]))), false) else ("t4"."name" ilike (select "v3"
                    from "_search")::text or "t4"."code" ilike (select "v3"
                    from "_search")::text or "t4"."email" ilike (select "v3"
                    from "_search")::text) end limit 200)) p group by id) b join "org_0123456789ab"."customer" as "t5" on "t5"."id" = b.id)
        union all (select 'Order'::text as "_object", b.id as "_id", "t12"."number"::text as "_name", b.rank::float8 as "_rank", "t12"."updated_at" as "_changed"
          from (select id, max(rank) as rank
            from ((select "t8"."id" as id, 5 as rank
                from "org_0123456789ab"."order" as "t8"
                where "t8"."deleted_at" is null and case when guanxi.has_indexes(array['"org_0123456789ab"."order__number__search"']::text[]) then (guanxi.search_terms("t8"."number") @@ (select "v4"
                    from "_search")::tsquery) else ("t8"."number" ilike (select "v7"
                    from "_search")::text ) end limit 200)
              union all (select "t9"."id" as id, 4 as rank
                from "org_0123456789ab"."order" as "t9"
                where "t9"."deleted_at" is null and case when guanxi.has_indexes(array['"org_0123456789ab"."order__number__search"']::text[]) then (guanxi.search_terms("t9"."number") @@ (select "v5"
                    from "_search")::tsquery) else ("t9"."number" ilike (select "v7"
                    from "_search")::text || '%') end limit 200)
              union all (select "t10"."id" as id, 3 as rank
                from "org_0123456789ab"."order" as "t10"
                where "t10"."deleted_at" is null and case when guanxi.has_indexes(array['"org_0123456789ab"."order__number__search"']::text[]) then (guanxi.search_terms("t10"."number") @@ (select "v0"
                    from "_search")::tsquery) and coalesce(((select "v1"
                      from "_search")::text[] is null or ("t10"."number" ilike (select "v3"
                        from "_search")::text or guanxi.fold_text("t10"."number") like any ((select "v1"
                          from "_search")::text[]))), false) else ("t10"."number" ilike (select "v3"
                    from "_search")::text) end limit 200)
              union all (select "t11"."id" as id, 2 as rank
                from "org_0123456789ab"."order" as "t11"
                where "t11"."deleted_at" is null and case when guanxi.has_indexes(array['"org_0123456789ab"."order__number__search"']::text[]) then (guanxi.search_terms("t11"."number") @@ (select "v0"
                    from "_search")::tsquery) and coalesce(((select "v1"
                      from "_search")::text[] is null or ("t11"."number" ilike (select "v3"
                        from "_search")::text or guanxi.fold_text("t11"."number") like any ((select "v1"
                          from "_search")::text[]))), false) else ("t11"."number" ilike (select "v3"
                    from "_search")::text) end limit 200)) p group by id) b join "org_0123456789ab"."order" as "t12" on "t12"."id" = b.id)) f
      order by "_rank" desc, "_changed" desc, "_id" limit 5), "_similar" as materialized (select *
      from ((select 'Customer'::text as "_object", s.id as "_id", s.name as "_name", s.likeness as "_rank", s.changed as "_changed"
          from (select r.*, (select case when guanxi.fold_words(r.name) ~ '[^ -~]' then public.similarity((select "v7"
                  from "_search")::text, guanxi.fold_text(r.name)) else public.word_similarity((select "v7"
                  from "_search")::text, guanxi.fold_words(r.name)) end)::float8 as likeness
            from (select "t6"."id" as id, "t6"."name"::text as name, "t6"."updated_at" as changed
              from "org_0123456789ab"."customer" as "t6"
              where "t6"."deleted_at" is null and (select count(*) < 3
                from "_found") and case when guanxi.has_indexes(array['"org_0123456789ab"."customer__name__search"']::text[]) then guanxi.search_terms("t6"."name") @@ (select "v6"
                from "_search")::tsquery else false end limit 400) r offset 0) s
          where s.likeness >= 0.2)
        union all (select 'Order'::text as "_object", s.id as "_id", s.name as "_name", s.likeness as "_rank", s.changed as "_changed"
          from (select r.*, (select case when guanxi.fold_words(r.name) ~ '[^ -~]' then public.similarity((select "v7"
                  from "_search")::text, guanxi.fold_text(r.name)) else public.word_similarity((select "v7"
                  from "_search")::text, guanxi.fold_words(r.name)) end)::float8 as likeness
            from (select "t13"."id" as id, "t13"."number"::text as name, "t13"."updated_at" as changed
              from "org_0123456789ab"."order" as "t13"
              where "t13"."deleted_at" is null and (select count(*) < 3
                from "_found") and case when guanxi.has_indexes(array['"org_0123456789ab"."order__number__search"']::text[]) then guanxi.search_terms("t13"."number") @@ (select "v6"
                from "_search")::tsquery else false end limit 400) r offset 0) s
          where s.likeness >= 0.2)) f
      order by "_rank" desc, "_id" limit 5) select coalesce(json_agg(n.*), '[]')
    from (select 'SearchResult' as "__typename", f."_object" as "object", f."_name" as "name"
      from (select *
        from "_found"
        union all select *
        from "_similar"
        where "_id" not in (select "_id"
          from "_found")) f
      order by "_rank" desc, "_changed" desc, "_id" limit 5) n))::text as "r3"
