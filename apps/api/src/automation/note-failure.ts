import { createHash } from 'node:crypto';
import { orgTable } from '@guanxi/query';
import { advance, programOf } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { OrgDatabase } from '../database/org-database.js';
import type { Org } from '../orgs/org.js';
import { findWorkflow } from './active-workflow.js';
import type { StepFailure } from './fair/classify-failure.js';
import { givenOf } from './given-values.js';
import { wakeParents } from './note-success.js';
import type { OpenRun, RunGroup, StepPerformer } from './perform-step.js';

interface FailedStep {
  readonly group: RunGroup;
  readonly runs: readonly OpenRun[];
  readonly failure: StepFailure;
  /** What was thrown: it knows what the step was given. */
  readonly error?: unknown;
  readonly performer: StepPerformer;
}

/**
 * Notes that a step has failed, and when it is tried again, where the run goes instead, or that it parks. In a transaction of
 * its own, since that of the step is gone; a run that somebody else has moved on meanwhile is left alone.
 */
export async function noteFailure(database: OrgDatabase, org: Org, { group, runs, failure, error, performer }: FailedStep): Promise<void> {
  const named = await performer.models.at(org, group.revision);
  const definition = findWorkflow(named, group.workflow_id);
  const program = definition ? programOf(definition, named) : [];
  const stepId = program[group.step]?.step.id ?? '';
  const now = performer.clock.now(org);
  const rows = runs.map(({ id, attempts }) => {
    const stood = { status: 'running', step: group.step, attempts, rests: group.rests } as const;
    const { run, command } = advance(program, stood, { kind: 'failed', error: failure.text, class: failure.class, chance: chanceOf(id, attempts) });
    const ended = command.kind === 'park' || command.kind === 'finish';
    // A step that failed for good and has a way for it goes that way at once.
    const next = command.kind === 'waitAndPerform' ? new Date(now.getTime() + command.seconds * 1000) : command.kind === 'perform' ? now : null;
    return { id, stood: attempts, status: run.status, step: run.step, rests: run.rests, attempts: run.attempts, tries: attempts + 1, input: givenOf(error, id), next, finished: ended ? now : null, finishes: command.kind === 'finish' };
  });
  await database.transaction(org, async (tx) => {
    const noted = await tx.run<{ run_id: string }>(sql`with row as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as row(id uuid, stood int, status text, step int, rests boolean, attempts int, tries int, input jsonb, next timestamptz, finished timestamptz)
      ), failed as (
        update ${orgTable(org.schema, 'run')} as run set status = row.status, step = row.step, rests = row.rests, attempts = row.attempts, error = ${failure.text}::text,
          error_class = ${failure.class}::text, error_key = ${failure.key}::text, error_step = ${stepId}::text, next_attempt_at = row.next, finished_at = row.finished
        from row where run.id = row.id and run.step = ${group.step} and run.attempts = row.stood and run.next_attempt_at is not null
        returning run.id, row.tries, row.input
      )
      insert into ${orgTable(org.schema, 'runStep')} as noted (run_id, position, step_id, status, attempts, started_at, error, input)
      select id, ${group.step}::int, ${stepId}::text, 'failed', tries, ${now}::timestamptz, ${failure.text}::text, nullif(input, 'null'::jsonb) from failed
      on conflict (run_id, position) do update set status = excluded.status, attempts = excluded.attempts, error = excluded.error, input = coalesce(excluded.input, noted.input), finished_at = null
      returning run_id`);
    const moved = new Set(noted.map(({ run_id: id }) => id));
    const finished = new Set(rows.filter(({ id, finishes }) => finishes && moved.has(id)).map(({ id }) => id));
    await wakeParents(tx, runs.filter(({ id }) => finished.has(id)), now);
  });
}

/** From 0 up to 1, the same for a run and a try whoever asks. */
function chanceOf(runId: string, attempts: number): number {
  return createHash('sha256').update(`${runId} ${attempts}`).digest().readUInt32BE(0) / 2 ** 32;
}
