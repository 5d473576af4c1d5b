import { orgTable } from '@guanxi/query';
import type { Advanced, StepNote } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';
import type { OpenRun } from './perform-step.js';

export interface PerformedStep {
  readonly stepId: string;
  readonly position: number;
  readonly runs: readonly OpenRun[];
  /** Where each run goes from here. */
  readonly moves: readonly { readonly note: StepNote; readonly advanced: Advanced }[];
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

/** Notes what a step did for each run of a batch, and moves the runs on, in the transaction of the effect. */
export async function noteSuccess(tx: OrgTransaction, performed: PerformedStep): Promise<void> {
  const { stepId, position, runs, moves, startedAt, finishedAt } = performed;
  const runTable = orgTable(tx.org.schema, 'run');
  const runStep = orgTable(tx.org.schema, 'runStep');
  const notes = noteRows({ moves, finishedAt });
  const ids = sql`any(${notes.map(({ id }) => id)}::uuid[])`;
  // A step that is resumed adds to what it noted when it began.
  await tx.run(sql`with note as (
      select * from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as note(
        id uuid, input jsonb, output jsonb, leaves jsonb, noted text, error text, failed text, status text, step int, rests boolean, next timestamptz, finished timestamptz)
    ), noted as (
      insert into ${runStep} as noted_step (run_id, position, step_id, status, input, output, attempts, started_at, finished_at, error)
      select run.id, ${position}::int, ${stepId}::text, note.noted, note.input, note.output,
        run.attempts + 1, ${startedAt}::timestamptz, case when note.noted = 'resting' then null else ${finishedAt}::timestamptz end, note.error
      from note join ${runTable} as run on run.id = note.id where run.id = ${ids}
      on conflict (run_id, position) do update set status = excluded.status, input = coalesce(excluded.input, noted_step.input),
        output = case when excluded.output is null then noted_step.output else coalesce(noted_step.output, '{}') || excluded.output end,
        attempts = excluded.attempts, finished_at = excluded.finished_at, error = excluded.error
    )
    update ${runTable} as run set status = note.status, step = note.step, rests = note.rests, attempts = 0, woken = null,
      error = note.failed, error_class = case when note.failed is not null then 'refused' end, error_key = case when note.failed is not null then 'answer' end, error_step = case when note.failed is not null then ${stepId}::text end,
      "values" = case when note.leaves is null then run."values" else run."values" || note.leaves end,
      next_attempt_at = note.next, finished_at = note.finished
    from note where run.id = note.id and run.id = ${ids}`);
  const ended = new Set(moves.filter(({ advanced }) => advanced.command.kind === 'finish').map(({ note }) => note.runId));
  await wakeParents(tx, runs.filter(({ id }) => ended.has(id)), finishedAt);
}

/** What is noted of each run, by the names of the columns or nearly so; what there is nothing of is left away. */
export function noteRows({ moves, finishedAt }: Pick<PerformedStep, 'moves' | 'finishedAt'>) {
  return moves.map(({ note, advanced: { run, command } }) => ({
    id: note.runId,
    input: note.input,
    output: note.output,
    leaves: note.leaves && Object.keys(note.leaves).length > 0 ? note.leaves : undefined,
    noted: command.kind === 'rest' ? 'resting' : note.way?.to === 'fail' ? 'failed' : isSkipped(note) ? 'skipped' : 'done',
    error: note.way?.to === 'fail' ? note.way.error : undefined,
    failed: command.kind === 'park' ? command.error : undefined,
    status: run.status,
    step: run.step,
    rests: run.rests,
    next: isOver(command) ? undefined : command.kind === 'rest' ? command.until : finishedAt.toISOString(),
    finished: isOver(command) ? finishedAt.toISOString() : undefined,
  }));
}

/** With the last of the runs that another has begun, that one goes on. */
export async function wakeParents(tx: OrgTransaction, ended: readonly Pick<OpenRun, 'parent_id'>[], at: Date): Promise<void> {
  const parents = ended.flatMap(({ parent_id: parent }) => parent ?? []);
  if (parents.length === 0) return;
  await tx.run(sql`with closed as (
      select id, count(*)::int as count from unnest(${parents}::uuid[]) as id group by id
    )
    update ${orgTable(tx.org.schema, 'run')} as parent set open_children = parent.open_children - closed.count,
      next_attempt_at = case when parent.open_children <= closed.count and parent.status = 'resting' then ${at}::timestamptz else parent.next_attempt_at end,
      woken = case when parent.open_children <= closed.count then '{"by":"children"}'::jsonb end
    from closed where parent.id = closed.id`);
}

/** A parked run is one that nobody goes on with by himself. */
function isOver({ kind }: Advanced['command']): boolean {
  return kind === 'finish' || kind === 'park';
}

function isSkipped({ output }: StepNote): boolean {
  return typeof output === 'object' && output !== null && !Array.isArray(output) && 'skipped' in output;
}
