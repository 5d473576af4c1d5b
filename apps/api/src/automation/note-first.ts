import { orgTable } from '@guanxi/query';
import type { Crossing, DueRule } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';
import { noteRows, type PerformedStep } from './note-success.js';

interface BegunRuns {
  readonly rule: Pick<DueRule, 'workflowId' | 'object'>;
  readonly revision: number;
  /** By the id of the run. */
  readonly crossings: ReadonlyMap<string, Crossing>;
}

/** Writes runs together with what their first step did, each row once, in the transaction of the effect. */
export async function noteFirst(tx: OrgTransaction, { stepId, moves, startedAt, finishedAt }: PerformedStep, { rule, revision, crossings }: BegunRuns): Promise<void> {
  const notes = noteRows({ moves, finishedAt }).map((note) => ({ ...note, ...crossings.get(note.id) }));
  const failed = (value: string) => sql`case when failed is not null then ${value}::text end`;
  await tx.run(sql`with note as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as note(
        id uuid, record_id uuid, occasion text, trigger jsonb, facts jsonb, input jsonb, output jsonb, leaves jsonb,
        noted text, error text, failed text, status text, step int, rests boolean, next timestamptz, finished timestamptz)
    ), noted as (
      insert into ${orgTable(tx.org.schema, 'runStep')} (run_id, position, step_id, status, input, output, attempts, started_at, finished_at, error)
      select id, 0, ${stepId}::text, noted, input, output, 1, ${startedAt}::timestamptz, case when noted = 'resting' then null else ${finishedAt}::timestamptz end, error from note
    )
    insert into ${orgTable(tx.org.schema, 'run')} (id, workflow_id, revision, object, record_id, occasion, status, step, rests, next_attempt_at, trigger, facts,
      started_at, finished_at, error, error_class, error_key, error_step, "values")
    select id, ${rule.workflowId}::text, ${revision}::int, ${rule.object.id}::text, record_id, occasion, status, step, rests, next, trigger, facts,
      ${startedAt}::timestamptz, finished, failed, ${failed('refused')}, ${failed('answer')}, ${failed(stepId)}, coalesce(leaves, '{}') from note`);
}
