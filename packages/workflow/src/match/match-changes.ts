import type { ObjectModel, WorkflowDocument } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { triggerFamily, triggerName, type TriggerSettings, type TriggersOf } from '../definition/trigger.js';
import { askRecords } from '../expressions/ask-records.js';
import { storedField, type OrgPlace } from '../expressions/record-place.js';
import { loopColumns, loopValues } from './loop-columns.js';

export interface ChangeMatch {
  readonly historyIds: readonly string[];
  readonly revision: number;
  /** What happened before the workflow was switched on does not set it off. */
  readonly activeSince: Date;
}

export interface MatchedChanges {
  readonly made: number;
  /** Without those that an import has set off, and those that were stopped. */
  readonly counted: number;
  /** Ids of runs that were stopped, since workflows set each other off. Their message has yet to name them. */
  readonly looped: readonly string[];
}

/**
 * Makes the runs of a trigger that waits for changes, for a batch of history rows, in one statement. `when` is asked of the
 * records as they are at this moment. Answers `MatchedChanges`. Throws `NoLongerThere` as the rules do.
 */
export function matchChanges(workflow: WorkflowDocument, place: OrgPlace, { historyIds, revision, activeSince }: ChangeMatch): RawBuilder<unknown> {
  const { object, table, holds, facts, joins } = askRecords(workflow, place);
  const run = orgTable(place.schema, 'run');
  // Of a record that is gone its deletion can tell, and nothing else.
  const there = 'deleted' in workflow.trigger ? sql`true` : sql`record.deleted_at is null`;
  return sql`with cause as (
      select history.*, case when history.source = 'workflow' then coalesce(parent.depth, 0) + 1 else 0 end as depth
      from ${orgTable(place.schema, 'history')} as history left join ${run} as parent on parent.id = history.operation_id
      where history.id = any(${historyIds}::bigint[]) and history.object = ${object.id} and history.at >= ${activeSince}::timestamptz and ${changeCondition(workflow, place, object)}
    ), made as (
      insert into ${run}
        (id, workflow_id, revision, object, record_id, occasion, depth, trigger, facts, started_at, ${loopColumns})
      select gen_random_uuid(), ${workflow.guanxi.id}::text, ${revision}::int, ${object.id}::text, cause.record_id, cause.id::text, cause.depth,
        jsonb_build_object('kind', cause.kind, 'changes', cause.changes, 'source', cause.source, 'at', to_char(cause.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
        ${facts}, ${place.now}, ${loopValues(sql`cause.depth`, place.now)}
      from cause join ${table} as record on record.id = cause.record_id ${joins}
      where ${there} and ${holds}
      on conflict (workflow_id, record_id, occasion) do nothing returning id, status, trigger ->> 'source' as source
    )
    select count(*)::int as made, (count(*) filter (where status <> 'failed' and source <> 'import'))::int as counted,
      coalesce(array_agg(id::text) filter (where status = 'failed'), '{}') as looped from made`;
}

/** Which history rows a trigger answers to, by its kind. */
const conditions: { readonly [Name in TriggersOf<'change'>]: (settings: TriggerSettings[Name], place: OrgPlace, object: ObjectModel) => RawBuilder<unknown> } = {
  created: () => sql`history.kind = 'created'`,
  deleted: () => sql`history.kind = 'deleted'`,
  restored: () => sql`history.kind = 'restored'`,
  updated({ fields = [], from = {}, to = {} }, place, object) {
    const keyOf = (name: string) => {
      const field = object.fieldByName.get(name);
      if (!field) throw new RangeError(`${object.name} has no field ${name}.`);
      return sql`${storedField(place, object, field).name}::text`;
    };
    const changed = fields.length === 0 ? sql`true` : sql`history.changes ?| array[${sql.join(fields.map(keyOf))}]`;
    // A change tells of each field what it was and what it is.
    const sides = [from, to].flatMap((values, side) => Object.entries(values).map(([name, value]) => sql` and history.changes -> ${keyOf(name)} -> ${sql.lit(side)} = ${JSON.stringify(value)}::jsonb`));
    return sql`history.kind = 'updated' and ${changed}${sql.join(sides, sql``)}`;
  },
};

export function changeCondition({ trigger, name }: WorkflowDocument, place: OrgPlace, object: ObjectModel): RawBuilder<unknown> {
  if (triggerFamily(trigger) !== 'change') throw new RangeError(`${name} does not wait for changes.`);
  const kind = triggerName(trigger) as TriggersOf<'change'>;
  const condition = conditions[kind] as (settings: unknown, place: OrgPlace, object: ObjectModel) => RawBuilder<unknown>;
  return condition((trigger as Readonly<Record<string, unknown>>)[kind], place, object);
}
