import type { JsonValue } from '@guanxi/field-types';
import { orgTable } from '@guanxi/query';
import { askRecords, loopColumns, loopValues, type RunValues } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { OrgTransaction } from '../../database/sql-session.js';
import type { ActiveWorkflow } from '../active-workflow.js';
import { countRuns } from '../fair/count-runs.js';

/** A run that somebody from outside, or a step, asks for. */
export interface RunToBegin {
  readonly recordId: string;
  /** What formulas of its steps find as `$Run`. */
  readonly values: RunValues;
  /** Unique per call and record: the same one again begins nothing. */
  readonly occasion: string;
  /** What the trace tells of it. */
  readonly trigger: Readonly<Record<string, JsonValue>>;
  /** How many workflows have set each other off before it. */
  readonly depth?: number;
}

export interface BegunRun {
  readonly recordId: string;
  /** known: it had begun before · passed: the workflow's condition is false · gone: there is no such record. */
  readonly outcome: 'begun' | 'known' | 'passed' | 'gone';
  readonly runId: string | null;
}

type Judged = Omit<BegunRun, 'recordId'> & { readonly position: number };

/**
 * Begins runs of a workflow on live records for which its condition is true, in the caller's transaction and one statement.
 * Answers what became of each, in their order; no record and occasion may be among them twice. Afterwards the org's
 * automation has to be woken. Throws `NoLongerThere` as the rules do.
 */
export async function beginRuns(tx: OrgTransaction, workflow: Pick<ActiveWorkflow, 'definition' | 'revision' | 'place'>, asked: readonly RunToBegin[], now: Date): Promise<readonly BegunRun[]> {
  if (asked.length === 0) return [];
  const { definition, revision, place } = workflow;
  const { object, table, holds, facts, joins } = askRecords(definition, place);
  const run = orgTable(tx.org.schema, 'run');
  const id = definition.guanxi.id;
  const rows = asked.map(({ recordId: record, values, occasion, trigger, depth = 0 }, position) => ({ position, record, values, occasion, trigger: { ...trigger, at: now.toISOString() }, depth }));
  const at = sql`${now}::timestamptz`;
  const judged = await tx.run<Judged>(sql`with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as asked(position int, record uuid, "values" jsonb, occasion text, trigger jsonb, depth int)
    ), judged as (
      select asked.position, coalesce(${holds}, false) as holds, ${facts} as facts
      from asked join ${table} as record on record.id = asked.record ${joins}
      where record.deleted_at is null
    ), made as (
      insert into ${run} (id, workflow_id, revision, object, record_id, occasion, depth, trigger, facts, started_at, "values", ${loopColumns})
      select gen_random_uuid(), ${id}::text, ${revision}::int, ${object.id}::text, asked.record, asked.occasion, asked.depth, asked.trigger, judged.facts, ${at}, asked."values",
        ${loopValues(sql`asked.depth`, at)}
      from asked join judged using (position) where judged.holds
      on conflict (workflow_id, record_id, occasion) do nothing returning id, record_id, occasion
    )
    select asked.position, coalesce(made.id, known.id) as "runId",
      case when made.id is not null then 'begun' when known.id is not null then 'known' when judged.position is null then 'gone' when judged.holds then 'known' else 'passed' end as outcome
    from asked left join judged using (position)
      left join made on made.record_id = asked.record and made.occasion = asked.occasion
      left join ${run} as known on known.workflow_id = ${id} and known.record_id = asked.record and known.occasion = asked.occasion
    order by asked.position`);
  const begun = judged.map(({ position, outcome, runId }): BegunRun => ({ recordId: asked[position]?.recordId ?? '', outcome, runId }));
  await countRuns(tx, id, begun.filter(({ outcome }) => outcome === 'begun').length, now);
  return readOvertaken(tx, id, begun, asked);
}

/** Somebody else began the same at the same moment: what they made is seen by the next statement. */
async function readOvertaken(tx: OrgTransaction, workflowId: string, begun: readonly BegunRun[], asked: readonly RunToBegin[]): Promise<readonly BegunRun[]> {
  const missing = begun.flatMap(({ outcome, runId, recordId }, position) => (outcome === 'known' && runId === null ? [{ record: recordId, occasion: asked[position]?.occasion, position }] : []));
  if (missing.length === 0) return begun;
  const found = await tx.run<{ id: string; position: number }>(sql`
    select run.id, asked.position from jsonb_to_recordset(${JSON.stringify(missing)}::jsonb) as asked(record uuid, occasion text, position int)
    join ${orgTable(tx.org.schema, 'run')} as run on run.workflow_id = ${workflowId} and run.record_id = asked.record and run.occasion = asked.occasion`);
  const byPosition = new Map(found.map(({ id, position }) => [position, id]));
  return begun.map((one, position) => ({ ...one, runId: one.runId ?? byPosition.get(position) ?? null }));
}
