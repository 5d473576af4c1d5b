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
  const first = (kind: RawBuilder<unknown>) => sql`(array_agg(${kind}) filter (where kind <> 'updated'))[1]`;
  const moves = sql`select object, record_id, max(id) as last_id, count(*) filter (where kind = 'updated') as updates,
    ${first(sql`kind order by id`)} as first_move, ${first(sql`kind order by id desc`)} as last_move from done group by object, record_id`;
  // Most records were changed once: only of the others the steps have to be put together.
  const once = sql`select d.object, d.record_id, d.changes from done d join moves m using (object, record_id) where m.updates = 1 and d.kind = 'updated'`;
  const several = sql`select object, record_id, jsonb_object_agg(key, jsonb_build_array(was, became)) as changes from (
      select d.object, d.record_id, e.key, (array_agg(e.value -> 0 order by d.id))[1] as was, (array_agg(e.value -> 1 order by d.id desc))[1] as became
      from done d join moves m using (object, record_id) cross join lateral jsonb_each(d.changes) e
      where m.updates > 1 and d.kind = 'updated' group by 1, 2, 3
    ) f where was is distinct from became group by object, record_id`;
  const side = (index: 0 | 1) => sql`(select jsonb_object_agg(key, value -> ${sql.lit(index)}) from jsonb_each(c.changes))`;
  return sql`with done as materialized (select id, object, record_id, kind, changes from ${orgTable(schema, 'history')} where operation_id = ${operationId}::uuid),
    moves as materialized (${moves}),
    step as (
      select case when first_move = 'deleted' then 'restore' else 'delete' end as action, object, record_id, null::jsonb as olds, null::jsonb as news, last_id from moves
        where (first_move = 'deleted' and last_move = 'deleted') or (first_move in ('created', 'restored') and last_move in ('created', 'restored'))
      union all
      select 'update', c.object, c.record_id, ${side(0)}, ${side(1)}, m.last_id from (${once} union all ${several}) c join moves m using (object, record_id)
        where first_move is distinct from 'created' and not (coalesce(first_move = 'restored', false) and last_move = 'deleted')
    )
    select row_number() over (order by action, object, record_id), action, object, record_id, olds, news, last_id from step`;
}
