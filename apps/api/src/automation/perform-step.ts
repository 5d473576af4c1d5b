import type { Problem, WorkflowDocument } from '@guanxi/metadata';
import { advance, findAction, programOf, type ActionResult, type Program, type RunValues, type Waking } from '@guanxi/workflow';
import type { Actors } from '../access/actors.js';
import type { Clock } from '../config/clock.js';
import type { OrgTransaction } from '../database/sql-session.js';
import type { Metrics } from '../health/metrics.js';
import { OperationStore } from '../operations/operation-store.js';
import type { RecordWriter } from '../records/record-writer.js';
import { WriteTally } from '../records/write-tally.js';
import { originsOfRuns, rememberOrigin } from '../tracing/origins.js';
import { tracing } from '../tracing/tracing.js';
import { findWorkflow, placeOf, type ModelSource } from './active-workflow.js';
import { StepRefused } from './fair/classify-failure.js';
import { keepGiven } from './given-values.js';
import { noteSuccess, type PerformedStep } from './note-success.js';
import { TransactionPorts } from './transaction-ports.js';

export interface StepPerformer {
  readonly models: ModelSource;
  readonly clock: Clock;
  readonly actors: Pick<Actors, 'forSystem' | 'forUser'>;
  readonly writer: Pick<RecordWriter, 'create' | 'update' | 'delete'>;
  /** Told how long steps take. */
  readonly metrics?: Pick<Metrics, 'noteStep'>;
}

/** Runs that stand at the same step of the same definition, all to begin it or all to resume it; they are one batch. */
export interface RunGroup {
  readonly workflow_id: string;
  readonly revision: number;
  readonly step: number;
  readonly depth: number;
  readonly rests: boolean;
}

export interface OpenRun {
  readonly id: string;
  readonly record_id: string;
  readonly attempts: number;
  readonly values: RunValues;
  readonly woken: Waking | null;
  readonly parent_id: string | null;
}

/**
 * Performs the step that a group of held runs stands at and notes it, both in the caller's transaction: the effect is
 * there exactly if the note is. Throws `StepRefused` where the records refuse; the transaction is then rolled back.
 * `note`: how it is noted, if not with runs that are there already.
 */
export async function performStep(tx: OrgTransaction, group: RunGroup, runs: readonly OpenRun[], performer: StepPerformer, note: (performed: PerformedStep) => Promise<void> = (performed) => noteSuccess(tx, performed)): Promise<void> {
  const { on } = tracing;
  if (!on) return perform(tx, group, runs, performer, note);
  const facts = { 'guanxi.workflow.id': group.workflow_id, 'guanxi.workflow.step': group.step, 'guanxi.revision': group.revision, 'guanxi.run.count': runs.length, 'guanxi.run.id': runs[0]?.id ?? '' };
  const from = await originsOfRuns(tx, tx.org.schema, runs.map(({ id }) => id));
  return on.span('workflow step', facts, () => perform(tx, group, runs, performer, note), { kind: 'consumer', from });
}

async function perform(tx: OrgTransaction, group: RunGroup, runs: readonly OpenRun[], performer: StepPerformer, note: (performed: PerformedStep) => Promise<void>): Promise<void> {
  const { models, clock, actors, writer } = performer;
  const { org } = tx;
  const began = performance.now();
  const startedAt = clock.now(org);
  const named = await models.at(org, group.revision);
  const { model: stored } = await models.current(org);
  const definition = findWorkflow(named, group.workflow_id);
  const program: Program = definition ? programOf(definition, named) : [];
  const { step, object, variables = new Map() } = program[group.step] ?? {};
  const action = step && findAction(step.action);
  if (!definition || !step || !object || !action) throw new StepRefused([notRunnable(definition, group)]);

  tracing.on?.note({ 'guanxi.workflow.action': step.action }, `workflow step ${step.action}`);
  const place = placeOf(org, { named, stored }, clock);
  const actor = await actors.forSystem(org);
  const operationId = runs[0]?.id ?? '';
  if (tracing.on) await rememberOrigin(tx, org.schema, operationId, startedAt.toISOString());
  const tally = new WriteTally();
  const ports = new TransactionPorts({ tx, place, writer, now: startedAt, stepId: step.id, actor, actors, operationId, tally, group, deletedOf: 'deleted' in definition.trigger ? definition.object : undefined, program, variables, models, clock });
  const batch = { model: named, object, variables, input: step.input };
  const targets = runs.map(({ id, record_id: recordId, values }) => ({ runId: id, recordId, values }));
  const woken = runs.map(({ id, record_id: recordId, values, woken: by }) => ({ runId: id, recordId, values, woken: by ?? { by: 'time' as const } }));
  const act = async (): Promise<Extract<ActionResult, { readonly ok: true }>> => {
    const answer: ActionResult = group.rests && action.resume ? await action.resume({ ...batch, runs: woken }, ports) : await action.run({ ...batch, runs: targets }, ports);
    if (!answer.ok) throw new StepRefused(answer.problems, answer.temporary);
    return answer;
  };
  const result = await act().catch((error: unknown) => {
    keepGiven(error, ports.evaluated);
    throw error;
  });
  // What runs of one batch write is one operation, by the name of the first of them.
  if (tally.total > 0) await new OperationStore(tx, org.schema).note({ id: operationId, kind: 'run', title: { workflow: definition.title }, actor, at: startedAt }, tally.counts);

  const stood = { status: 'running', step: group.step, attempts: 0, rests: group.rests } as const;
  const moves = result.notes.map((one) => ({ note: one, advanced: advance(program, stood, { kind: 'succeeded', ...(one.way && { way: one.way }) }) }));
  await note({ stepId: step.id, position: group.step, runs, moves, startedAt, finishedAt: clock.now(org) });
  performer.metrics?.noteStep(step.action, (performance.now() - began) / 1000, runs.length);
}

function notRunnable(definition: WorkflowDocument | undefined, { step, revision }: RunGroup): Problem {
  const message = definition
    ? `Step ${step + 1} of “${definition.title}” cannot be performed: revision ${revision} names no action that is known here.`
    : `The workflow of this run is not in revision ${revision}.`;
  return { path: '', code: 'workflow.not-runnable', message };
}
