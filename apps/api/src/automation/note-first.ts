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
  const { notes, ends } = spell(noteRows({ moves, finishedAt }), crossings);
  const failed = (value: string) => sql`case when failed is not null then ${value}::text end`;
  await tx.run(sql`with ending as materialized (
      select * from jsonb_to_recordset(${ends}::jsonb) as ending(
        number int, noted text, error text, failed text, status text, step int, rests boolean, next timestamptz, finished timestamptz)
    ), note as materialized (
      select note.*, ending.* from jsonb_to_recordset(${notes}::jsonb) as note(
        id uuid, record_id uuid, occasion text, trigger jsonb, facts jsonb, input jsonb, output jsonb, leaves jsonb, ends int)
      join ending on ending.number = note.ends order by note.id
    ), noted as (
      insert into ${orgTable(tx.org.schema, 'runStep')} (run_id, position, step_id, status, input, output, attempts, started_at, finished_at, error)
      select id, 0, ${stepId}::text, noted, input, output, 1, ${startedAt}::timestamptz, case when noted = 'resting' then null else ${finishedAt}::timestamptz end, error from note
    )
    insert into ${orgTable(tx.org.schema, 'run')} (id, workflow_id, revision, object, record_id, occasion, status, step, rests, next_attempt_at, trigger, facts,
      started_at, finished_at, error, error_class, error_key, error_step, "values")
    select id, ${rule.workflowId}::text, ${revision}::int, ${rule.object.id}::text, record_id, occasion, status, step, rests, next, trigger, facts,
      ${startedAt}::timestamptz, finished, failed, ${failed('refused')}, ${failed('answer')}, ${failed(stepId)}, coalesce(leaves, '{}') from note`);
}

/** As JSON. Most runs of a batch end alike: that is said once for all of them. What came as JSON is laid in as it is. */
function spell(rows: ReturnType<typeof noteRows>, crossings: ReadonlyMap<string, Crossing>): { readonly notes: string; readonly ends: string } {
  const ends = new Map<string, number>();
  const notes = rows.map(({ id, input, output, leaves, ...ending }) => {
    const { record_id: recordId, occasion, trigger, facts } = crossings.get(id) as Crossing;
    const key = JSON.stringify(ending);
    const number = ends.get(key) ?? ends.size;
    ends.set(key, number);
    return `{"id":"${id}","record_id":"${recordId}","occasion":${JSON.stringify(occasion)},"trigger":${trigger},"facts":${facts},"input":${written(input)},"output":${written(output)},"leaves":${written(leaves)},"ends":${number}}`;
  });
  return { notes: `[${notes.join()}]`, ends: `[${[...ends].map(([ending, number]) => `{"number":${number},${ending.slice(1)}`).join()}]` };
}

function written(value: unknown): string {
  return value === undefined ? 'null' : JSON.stringify(value);
}
