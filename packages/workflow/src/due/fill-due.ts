import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { liveAnchor, type DueRule } from './due-rule.js';
import type { Line } from './line.js';

/**
 * The state of a due time that is written or moved: lines crossed before `countsFrom` do not fire, so that switching a
 * workflow on, or importing old records later, does not set off what lies in the past. Null: everything counts.
 */
export type CountsFrom = Date | null;

/** Writes the due times of all records at once, when a workflow is switched on. Rows that are there are brought up to date. */
export function fillDue(rule: DueRule, countsFrom: CountsFrom): RawBuilder<unknown> {
  // Those of one day then stand side by side, as their records do.
  return upsertDue(rule, sql`select anchors.*, ${rule.place.now} as at from (${anchorsOfAll(rule)}) as anchors order by record_id`, countsFrom);
}

/**
 * Brings the due times of some records up to date: new anchor, moved anchor, no anchor any more. `changed` is SQL
 * for a set of uuids `id` with the instant `at` at which each changed.
 */
export function refreshDue(rule: DueRule, changed: RawBuilder<unknown>, countsFrom: CountsFrom): RawBuilder<unknown> {
  const due = orgTable(rule.place.schema, 'due');
  return sql`with affected as (select id, max(at) as at from (${changed}) as changed group by id), live as (
      select record.id as record_id, affected.at, ${liveAnchor(rule, 'record')} as anchor
      from affected join ${rule.records} as record on record.id = affected.id where record.deleted_at is null
    ), written as (${upsertDue(rule, sql`select record_id, anchor, at from live where anchor is not null`, countsFrom)})
    delete from ${due} as due using affected
    where due.workflow_id = ${rule.workflowId} and due.record_id = affected.id
      and not exists (select from live where live.record_id = affected.id and live.anchor is not null)`;
}

/** `anchors` are record_id, anchor and the instant `at` since which the anchor stands. */
function upsertDue({ workflowId, place, line }: DueRule, anchors: RawBuilder<unknown>, countsFrom: CountsFrom): RawBuilder<unknown> {
  return sql`insert into ${orgTable(place.schema, 'due')} as due (workflow_id, record_id, anchor, due_at, state)
    select ${workflowId}::text, record_id, anchor, due_at, ${stateOf(line, { anchor: sql`anchor`, dueAt: sql`due_at`, setAt: sql`at` }, countsFrom)}
    from (select record_id, anchor, at, ${line.dueAt(sql`anchor`)} as due_at from (${anchors}) as anchors) as lines
    on conflict (workflow_id, record_id) do update
      set anchor = excluded.anchor, due_at = excluded.due_at, state = excluded.state, facts = null
      where due.anchor <> excluded.anchor or due.due_at <> excluded.due_at`;
}

/** SQL for the columns of a due time, and for the instant at which its anchor was set. */
export interface DueColumns {
  readonly anchor: RawBuilder<unknown>;
  readonly dueAt: RawBuilder<unknown>;
  readonly setAt: RawBuilder<unknown>;
}

/**
 * Of a due time that is written or moved. late: the moment before which the workflow should have run was past when it was
 * entered. One that is entered after its line, but before the moment itself, waits: it fires at once.
 */
export function stateOf(line: Line, { anchor, dueAt, setAt }: DueColumns, countsFrom: CountsFrom): RawBuilder<unknown> {
  const late = line.tooLateAt ? sql`when ${line.tooLateAt(anchor)} <= ${setAt} then 'late'` : sql``;
  const alsoSet = line.tooLateAt ? sql`and ${setAt} <= ${countsFrom}::timestamptz` : sql``;
  const excluded = countsFrom === null ? sql`` : sql`when ${dueAt} <= ${countsFrom}::timestamptz ${alsoSet} then 'excluded'`;
  return line.tooLateAt || countsFrom !== null ? sql`case ${late} ${excluded} else 'waiting' end` : sql`'waiting'`;
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
