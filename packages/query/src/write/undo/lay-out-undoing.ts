import { sql, type RawBuilder } from 'kysely';
import { orgTable } from '../../org-tables.js';
import { UNDOING } from './undoing.js';

/** Statements that lay out, for the length of the transaction, what has to be done to take an operation back. */
export function layOutUndoing(schema: string, operationId: string): readonly RawBuilder<unknown>[] {
  return [
    sql`create temporary table undoing (place integer not null, action text not null, object text not null, record_id uuid not null, olds jsonb, news jsonb,
      last_id bigint not null, open boolean not null default true) on commit drop`,
    sql`insert into ${UNDOING} (place, action, object, record_id, olds, news, last_id) ${undone(schema, operationId)}`,
    sql`create index on ${UNDOING} (place)`,
    sql`create index on ${UNDOING} (record_id)`,
    sql`analyze ${UNDOING}`,
  ];
}

/**
 * What an operation did to each record, all in all, turned round. What it made goes into the bin, what it deleted comes
 * back, and of each field the value before the first change stands beside the one after the last.
 */
function undone(schema: string, operationId: string): RawBuilder<unknown> {
  const move = (order: RawBuilder<unknown>) => sql`(array_agg(kind order by ${order}) filter (where kind <> 'updated'))[1]`;
  // One pass over the history, without a join: nobody knows beforehand how many rows an operation has.
  const done = sql`select object, record_id, max(id) as last_id, ${move(sql`id`)} as first_move, ${move(sql`id desc`)} as last_move,
    array_agg(changes order by id) filter (where kind = 'updated') as steps
    from ${orgTable(schema, 'history')} where operation_id = ${operationId}::uuid group by object, record_id`;
  // Most records were changed once: only of the others the steps have to be put together.
  const together = sql`(select jsonb_object_agg(f.key, jsonb_build_array(f.was, f.became)) from (
      select e.key, (array_agg(e.value -> 0 order by s.place))[1] as was, (array_agg(e.value -> 1 order by s.place desc))[1] as became
      from unnest(d.steps) with ordinality as s(changes, place) cross join lateral jsonb_each(s.changes) e group by e.key
    ) f where f.was is distinct from f.became)`;
  const side = (index: 0 | 1) => sql`(select jsonb_object_agg(key, value -> ${sql.lit(index)}) from jsonb_each(c.changes))`;
  return sql`with done as materialized (${done}),
    step as (
      select case when first_move = 'deleted' then 'restore' else 'delete' end as action, object, record_id, null::jsonb as olds, null::jsonb as news, last_id from done
        where (first_move = 'deleted' and last_move = 'deleted') or (first_move in ('created', 'restored') and last_move in ('created', 'restored'))
      union all
      select 'update', d.object, d.record_id, ${side(0)}, ${side(1)}, d.last_id
        from done d cross join lateral (select case when cardinality(d.steps) = 1 then d.steps[1] else ${together} end as changes) c
        where d.steps is not null and c.changes is not null and d.first_move is distinct from 'created' and not (coalesce(d.first_move = 'restored', false) and d.last_move = 'deleted')
    )
    select row_number() over (order by action, object, record_id), action, object, record_id, olds, news, last_id from step`;
}
