import { randomUUID } from 'node:crypto';
import { orgTable, recordTable } from '@guanxi/query';
import {
  matchChanges, readDueRule, readFormula, RecordExpressions, refreshDue, storedObject, sweepDue, traceCondition, triggerFamily, triggerName,
  type ConditionFacts, type ConditionTrace, type RunValues, type TriggerFamily,
} from '@guanxi/workflow';
import { sql } from 'kysely';
import { beginRuns } from '../calls/begin-runs.js';
import { keepCalendars } from '../keep-calendars.js';
import type { TrialStage } from './trial-stage.js';

export interface Occurrence {
  readonly recordId: string;
  readonly inputs: RunValues;
  /** Of the history: changes behind it are what happened. */
  readonly mark: string;
}

/** Lets the trigger judge what has happened, as in operation. Answers the run that it made, if it did. */
export async function triggerTrial(stage: TrialStage, occurrence: Occurrence): Promise<string | undefined> {
  await judges[triggerFamily(stage.workflow.trigger)](stage, occurrence);
  const { tx, workflow } = stage;
  const [run] = await tx.run<{ id: string }>(sql`select id from ${orgTable(tx.org.schema, 'run')}
    where workflow_id = ${workflow.guanxi.id} and record_id = ${occurrence.recordId}::uuid order by started_at desc limit 1`);
  return run?.id;
}

const judges: Readonly<Record<TriggerFamily, (stage: TrialStage, occurrence: Occurrence) => Promise<unknown>>> = {
  async due({ tx, workflow, model, revision, place, now }, { recordId }) {
    await keepCalendars(tx, model, now());
    const rule = readDueRule(workflow, place());
    await tx.run(refreshDue(rule, sql`select ${recordId}::uuid as id, ${now()}::timestamptz as at`, null));
    await tx.run(sweepDue(rule, { recordIds: [recordId], countsFrom: null, revision }));
  },
  async change({ tx, workflow, revision, place }, { recordId, mark }) {
    const rows = await tx.run<{ id: string }>(sql`select id::text as id from ${orgTable(tx.org.schema, 'history')}
      where xact = pg_current_xact_id() and id > ${mark}::bigint and record_id = ${recordId}::uuid order by id`);
    await tx.run(matchChanges(workflow, place(), { historyIds: rows.map(({ id }) => id), revision, activeSince: new Date(0) }));
  },
  schedule: beginAsked,
  call: beginAsked,
  segment: beginAsked,
  // Its steps are part of the save itself; what is left to say is whether it looked at the record.
  save: beginAsked,
};

function beginAsked({ tx, workflow, revision, place, now }: TrialStage, { recordId, inputs }: Occurrence): Promise<unknown> {
  const kind = triggerName(workflow.trigger);
  return beginRuns(tx, { definition: workflow, revision, place: place() }, [{ recordId, values: inputs, occasion: `trial/${randomUUID()}`, trigger: { kind } }], now());
}

/** Where a trial begins: at a step, with what earlier ones have left. */
export interface TrialBeginning {
  readonly position: number;
  readonly values: RunValues;
}

/** A run whatever the trigger and the condition say. */
export async function beginTrial({ tx, workflow, model, revision, now }: TrialStage, { recordId, inputs }: Pick<Occurrence, 'recordId' | 'inputs'>, { position, values }: TrialBeginning = { position: 0, values: {} }): Promise<string> {
  const at = sql`${now()}::timestamptz`;
  const id = randomUUID();
  await tx.run(sql`insert into ${orgTable(tx.org.schema, 'run')} (id, workflow_id, revision, object, record_id, occasion, status, next_attempt_at, trigger, facts, started_at, step, "values")
    values (${id}::uuid, ${workflow.guanxi.id}, ${revision}, ${model.objectByName.get(workflow.object)?.id ?? ''}, ${recordId}::uuid, ${`trial/${id}`}, ${position === 0 ? 'waiting' : 'running'}, ${at},
      ${JSON.stringify({ kind: triggerName(workflow.trigger) })}::jsonb, '{}', ${at}, ${position}::int, ${JSON.stringify({ ...values, ...inputs })}::jsonb)`);
  return id;
}

/** What the condition comes to on the record as it stands; null where there is none. */
export async function judgeCondition({ tx, workflow, model, place, now }: TrialStage, recordId: string): Promise<ConditionTrace | null> {
  const object = model.objectByName.get(workflow.object);
  const when = workflow.when === undefined || !object ? undefined : readFormula(workflow.when, { model, object }, 'boolean');
  if (!object || !when?.ok) return null;
  const expressions = new RecordExpressions(place(), object, 'record');
  const facts = expressions.compileFacts(when.value);
  const [row] = await tx.run<{ facts: ConditionFacts }>(sql`select ${facts} as facts from ${recordTable(tx.org.schema, storedObject(place(), object))} as record ${expressions.joins()} where record.id = ${recordId}::uuid`);
  return row ? traceCondition(workflow, model, row.facts, { now: now().toISOString(), timeZone: tx.org.timeZone }) : null;
}
