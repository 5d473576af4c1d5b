import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { liveAnchor, type DueRule } from './due-rule.js';

/**
 * The state of a due time that is written or moved: lines crossed before `countsFrom` do not fire, so that switching a
 * workflow on, or importing old records later, does not set off what lies in the past. Null: everything counts.
 */
export type CountsFrom = Date | null;

/** Writes the due times of all records at once, when a workflow is switched on. Rows that are there are brought up to date. */
export function fillDue(rule: DueRule, countsFrom: CountsFrom): RawBuilder<unknown> {
  return upsertDue(rule, anchorsOfAll(rule), countsFrom);
}

/** Brings the due times of some records up to date: new anchor, moved anchor, no anchor any more. `ids` is a set of uuids as SQL. */
export function refreshDue(rule: DueRule, ids: RawBuilder<unknown>, countsFrom: CountsFrom): RawBuilder<unknown> {
  const due = orgTable(rule.place.schema, 'due');
  return sql`with affected as (${ids}), live as (
      select record.id as record_id, ${liveAnchor(rule, 'record')} as anchor
      from affected join ${rule.records} as record on record.id = affected.id where record.deleted_at is null
    ), written as (${upsertDue(rule, sql`select record_id, anchor from live where anchor is not null`, countsFrom)})
    delete from ${due} as due using affected
    where due.workflow_id = ${rule.workflowId} and due.record_id = affected.id
      and not exists (select from live where live.record_id = affected.id and live.anchor is not null)`;
}

function upsertDue({ workflowId, place, line }: DueRule, anchors: RawBuilder<unknown>, countsFrom: CountsFrom): RawBuilder<unknown> {
  return sql`insert into ${orgTable(place.schema, 'due')} as due (workflow_id, record_id, anchor, due_at, state)
    select ${workflowId}::text, record_id, anchor, due_at, ${stateOf(sql`due_at`, countsFrom)}
    from (select record_id, anchor, ${line.dueAt(sql`anchor`)} as due_at from (${anchors}) as anchors) as lines
    on conflict (workflow_id, record_id) do update
      set anchor = excluded.anchor, due_at = excluded.due_at, state = excluded.state, facts = null
      where due.anchor <> excluded.anchor or due.due_at <> excluded.due_at`;
}

export function stateOf(dueAt: RawBuilder<unknown>, countsFrom: CountsFrom): RawBuilder<unknown> {
  return countsFrom === null ? sql`'waiting'` : sql`case when ${dueAt} <= ${countsFrom}::timestamptz then 'excluded' else 'waiting' end`;
}

function anchorsOfAll(rule: DueRule): RawBuilder<unknown> {
  const { records, sources, line, anchorColumn, parentColumn } = rule;
  if (parentColumn === undefined) {
    return sql`select id as record_id, ${liveAnchor(rule, 'record')} as anchor from ${records} as record
      where record.deleted_at is null and ${sql.id('record', anchorColumn)} is not null`;
  }
  return sql`select record.id as record_id, anchor
    from (select ${sql.id('source', parentColumn)} as parent, ${line.keep(sql`max(${sql.id('source', anchorColumn)})`)} as anchor
      from ${sources} as source where source.deleted_at is null and ${sql.id('source', parentColumn)} is not null group by 1) as latest
    join ${records} as record on record.id = latest.parent
    where record.deleted_at is null and anchor is not null`;
}
