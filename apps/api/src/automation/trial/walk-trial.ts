import type { JsonValue } from '@guanxi/field-types';
import { orgTable } from '@guanxi/query';
import { ERROR, findAction, programOf, type Instruction, type RunValues } from '@guanxi/workflow';
import { sql } from 'kysely';
import { givenOf } from '../given-values.js';
import { wakeParents } from '../note-success.js';
import { performStep, type OpenRun, type RunGroup } from '../perform-step.js';
import { within, type TrialStage } from './trial-stage.js';

/** Steps of one trial; what would go on without end stops here. */
const MOST_STEPS = 300;

export interface WalkedTrial {
  /** Names of the ways that were taken, by run and number of the step. */
  readonly ways: ReadonlyMap<string, string>;
  /** What formulas found as `$Run` when a step of the run itself began, by its number. */
  readonly held: ReadonlyMap<number, RunValues>;
  /** What could not be passed over: the step waits for somebody to answer. */
  readonly awaits: { readonly runId: string; readonly position: number } | null;
  readonly isCut: boolean;
}

type TrialRun = RunGroup & OpenRun & { readonly status: string; readonly next_attempt_at: Date | null };

/** Lets a run and all it begins do their steps to the end. Waits for time are passed over by setting the clock. */
export async function walkTrial(stage: TrialStage, rootId: string): Promise<WalkedTrial> {
  const ways = new Map<string, string>();
  const held = new Map<number, RunValues>();
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const open = await readOpenRuns(stage, rootId);
    const [next] = open.filter(({ next_attempt_at: at }) => at !== null);
    if (!next) return { ways, held, awaits: open[0] ? { runId: open[0].id, position: open[0].step } : null, isCut: false };
    if (next.next_attempt_at) stage.passTo(next.next_attempt_at);
    const instruction = programFor(stage, next)[next.step];
    if (next.id === rootId && !held.has(next.step)) held.set(next.step, next.values);
    await perform(stage, next, instruction);
    const way = await readWay(stage, next, instruction);
    if (way !== undefined) ways.set(`${next.id}/${next.step}`, way);
  }
  return { ways, held, awaits: null, isCut: true };
}

/** Those that are to go on first; deeper ones before those that wait for them. */
function readOpenRuns({ tx }: TrialStage, rootId: string): Promise<TrialRun[]> {
  const run = orgTable(tx.org.schema, 'run');
  return tx.run<TrialRun>(sql`with recursive tree as (
      select id, 0 as generation from ${run} where id = ${rootId}::uuid
      union all select child.id, tree.generation + 1 from ${run} as child join tree on child.parent_id = tree.id
    )
    select run.workflow_id, run.revision, run.step, run.depth, run.rests, run.id, run.record_id, run.attempts, run."values", run.woken, run.parent_id, run.status, run.next_attempt_at
    from tree join ${run} as run on run.id = tree.id
    where run.status not in ('done', 'failed') order by run.next_attempt_at nulls last, tree.generation desc, run.id`);
}

async function perform(stage: TrialStage, run: TrialRun, instruction: Instruction | undefined): Promise<void> {
  try {
    await within(stage.tx, () => performStep(stage.tx, run, [run], stage.performer));
  } catch (error) {
    await noteFailure(stage, run, instruction, { text: error instanceof Error ? error.message : String(error), input: givenOf(error, run.id) });
  }
}

/** Without the tries that time would bring: the way for failures, or the end. */
async function noteFailure({ tx, now }: TrialStage, run: TrialRun, instruction: Instruction | undefined, { text: error, input }: { readonly text: string; readonly input: JsonValue }): Promise<void> {
  const goesOn = instruction?.paths[ERROR];
  const step = goesOn === undefined ? run.step : (goesOn ?? Number.MAX_SAFE_INTEGER);
  const isOver = goesOn === undefined || goesOn === null;
  const status = goesOn === undefined ? 'failed' : goesOn === null ? 'done' : 'running';
  const at = sql`${now()}::timestamptz`;
  await tx.run(sql`update ${orgTable(tx.org.schema, 'run')} set status = ${status}, step = ${isOver ? run.step : step}, rests = false, error = ${error},
    next_attempt_at = ${isOver ? null : at}, finished_at = ${isOver ? at : null} where id = ${run.id}::uuid`);
  await tx.run(sql`insert into ${orgTable(tx.org.schema, 'runStep')} as noted (run_id, position, step_id, status, attempts, started_at, error, input)
    values (${run.id}::uuid, ${run.step}::int, ${instruction?.step.id ?? ''}, 'failed', 1, ${at}, ${error}, ${input === null ? null : JSON.stringify(input)}::jsonb)
    on conflict (run_id, position) do update set status = excluded.status, error = excluded.error, input = coalesce(excluded.input, noted.input)`);
  if (isOver) await wakeParents(tx, [run], now());
}

async function readWay({ tx }: TrialStage, { id, step: stood }: TrialRun, instruction: Instruction | undefined): Promise<string | undefined> {
  if (!instruction || !findAction(instruction.step.action)) return undefined;
  const [run] = await tx.run<{ step: number; status: string }>(sql`select step, status from ${orgTable(tx.org.schema, 'run')} where id = ${id}::uuid`);
  if (!run || run.step === stood) return undefined;
  return Object.entries(instruction.paths).find(([, begins]) => begins === run.step && begins !== instruction.next)?.[0];
}

function programFor({ model }: TrialStage, { workflow_id: id }: TrialRun): readonly Instruction[] {
  const workflow = model.workflows.find(({ guanxi }) => guanxi.id === id);
  return workflow ? programOf(workflow, model) : [];
}
