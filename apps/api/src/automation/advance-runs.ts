import { orgTable } from '@guanxi/query';
import { advance, NoLongerThere, programOf } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { readSqlState } from '../database/sql-state.js';
import type { Org } from '../orgs/org.js';
import { findWorkflow } from './active-workflow.js';
import { wakeParents } from './note-success.js';
import { performStep, StepRefused, type OpenRun, type RunGroup, type StepPerformer } from './perform-step.js';

const BATCH = 500;

/**
 * Performs the next step of the runs that are ready, one group of runs at the same step as a batch. Where a batch does
 * not go through it is halved until the runs that are in the way stand alone; only those are tried again later. Answers
 * how many runs were looked at.
 */
export async function advanceRuns(database: OrgDatabase, org: Org, performer: StepPerformer, limit = BATCH): Promise<number> {
  let held: { readonly group: RunGroup; readonly runs: readonly OpenRun[] } | undefined;
  try {
    return await database.transaction(org, async (tx) => {
      held = await holdRuns(tx, performer.clock.now(org), limit);
      if (!held) return 0;
      await performStep(tx, held.group, held.runs, performer);
      return held.runs.length;
    });
  } catch (error) {
    if (!held || !isFaultOfStep(error)) throw error;
    if (held.runs.length > 1) return advanceRuns(database, org, performer, Math.ceil(held.runs.length / 2));
    await noteFailure(database, org, { ...held, error, performer });
    return 1;
  }
}

async function holdRuns(tx: OrgTransaction, now: Date, limit: number): Promise<{ group: RunGroup; runs: readonly OpenRun[] } | undefined> {
  const run = orgTable(tx.org.schema, 'run');
  const ready = sql`next_attempt_at <= ${now}::timestamptz`;
  const [group] = await tx.run<RunGroup>(sql`
    select workflow_id, revision, step, depth, rests from ${run} where ${ready} order by next_attempt_at, id limit 1 for update skip locked`);
  if (!group) return undefined;
  const runs = await tx.run<OpenRun>(sql`
    select id, record_id, attempts, "values", woken, parent_id from ${run}
    where ${ready} and workflow_id = ${group.workflow_id} and revision = ${group.revision} and step = ${group.step} and depth = ${group.depth} and rests = ${group.rests}
    order by next_attempt_at, id limit ${limit} for update skip locked`);
  return { group, runs };
}

/** A lost connection, a deadlock or a server going down says nothing about the step: the job fails and comes again. */
function isFaultOfStep(error: unknown): boolean {
  if (error instanceof StepRefused || error instanceof NoLongerThere || error instanceof RangeError) return true;
  const state = readSqlState(error);
  return state !== undefined && !['08', '40', '53', '55', '57', '58', 'XX'].includes(state.slice(0, 2));
}

interface Failure {
  readonly group: RunGroup;
  readonly runs: readonly OpenRun[];
  readonly error: unknown;
  readonly performer: StepPerformer;
}

/** In a transaction of its own, since that of the step is gone; a run that somebody else has moved on meanwhile is left alone. */
async function noteFailure(database: OrgDatabase, org: Org, { group, runs, error, performer }: Failure): Promise<void> {
  const [failed] = runs;
  if (!failed) return;
  const named = await performer.models.at(org, group.revision);
  const definition = findWorkflow(named, group.workflow_id);
  const text = error instanceof Error ? error.message : String(error);
  const program = definition ? programOf(definition, named) : [];
  const step = program[group.step]?.step;
  const stood = { status: 'running', step: group.step, attempts: failed.attempts, rests: group.rests } as const;
  const { run, command } = advance(program, stood, { kind: 'failed', error: text, refused: error instanceof StepRefused });
  const now = performer.clock.now(org);
  // A step that failed for good and has a way for it goes that way at once.
  const next = command.kind === 'waitAndPerform' ? new Date(now.getTime() + command.seconds * 1000) : command.kind === 'perform' ? now : null;
  const ended = command.kind === 'park' || command.kind === 'finish';
  const attempts = failed.attempts + 1;
  await database.transaction(org, async (tx) => {
    await tx.run(sql`with failed as (
        update ${orgTable(org.schema, 'run')} set status = ${run.status}, step = ${run.step}, rests = ${run.rests}, attempts = ${run.attempts}, error = ${text},
          next_attempt_at = ${next}::timestamptz, finished_at = ${ended ? now : null}::timestamptz
        where id = ${failed.id}::uuid and step = ${group.step} and attempts = ${failed.attempts} and next_attempt_at is not null
        returning id
      )
      insert into ${orgTable(org.schema, 'runStep')} (run_id, position, step_id, status, attempts, started_at, error)
      select id, ${group.step}::int, ${step?.id ?? ''}::text, 'failed', ${attempts}::int, ${now}::timestamptz, ${text}::text from failed
      on conflict (run_id, position) do update set status = excluded.status, attempts = excluded.attempts, error = excluded.error, finished_at = null`);
    if (command.kind === 'finish') await wakeParents(tx, [failed], now);
  });
}
