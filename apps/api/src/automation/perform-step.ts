import type { Problem, WorkflowDocument } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { advance, findAction, type Advanced, type StepNote } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { Actors } from '../access/actors.js';
import type { Clock } from '../config/clock.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { OperationStore } from '../operations/operation-store.js';
import type { RecordWriter } from '../records/record-writer.js';
import { WriteTally } from '../records/write-tally.js';
import { findWorkflow, placeOf, type ModelSource } from './active-workflow.js';
import { TransactionPorts } from './transaction-ports.js';

export interface StepPerformer {
  readonly models: ModelSource;
  readonly clock: Clock;
  readonly actors: Pick<Actors, 'forSystem'>;
  readonly writer: Pick<RecordWriter, 'create' | 'update'>;
}

/** Runs that stand at the same step of the same definition; they are one batch. */
export interface RunGroup {
  readonly workflow_id: string;
  readonly revision: number;
  readonly step: number;
  readonly depth: number;
}

export interface OpenRun {
  readonly id: string;
  readonly record_id: string;
  readonly attempts: number;
}

/** The records did not take what a step wanted to write. */
export class StepRefused extends Error {
  override readonly name = 'StepRefused';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ message, hint }) => (hint ? `${message} ${hint}` : message)).join(' '));
  }
}

/**
 * Performs the step that a group of held runs stands at and notes it, both in the caller's transaction: the effect is
 * there exactly if the note is. Throws `StepRefused` where the records refuse; the transaction is then rolled back.
 */
export async function performStep(tx: OrgTransaction, group: RunGroup, runs: readonly OpenRun[], performer: StepPerformer): Promise<void> {
  const { models, clock, actors, writer } = performer;
  const { org } = tx;
  const startedAt = clock.now(org);
  const named = await models.at(org, group.revision);
  const { model: stored } = await models.current(org);
  const definition = findWorkflow(named, group.workflow_id);
  const step = definition?.steps[group.step];
  const object = definition && named.objectByName.get(definition.object);
  const action = step && findAction(step.action);
  if (!definition || !step || !object || !action) throw new StepRefused([notRunnable(definition, group)]);

  const place = placeOf(org, { named, stored }, clock);
  const actor = await actors.forSystem(org);
  const operationId = runs[0]?.id ?? '';
  const tally = new WriteTally();
  const ports = new TransactionPorts({ tx, place, writer, now: startedAt, stepId: step.id, actor, operationId, tally });
  const targets = runs.map(({ id, record_id: recordId }) => ({ runId: id, recordId }));
  const result = await action.run({ model: named, object, input: step.input, runs: targets }, ports);
  if (!result.ok) throw new StepRefused(result.problems);
  // What runs of one batch write is one operation, by the name of the first of them.
  if (tally.total > 0) await new OperationStore(tx, org.schema).note({ id: operationId, kind: 'run', title: { workflow: definition.title }, actor, at: startedAt }, tally.counts);

  const { run, command } = advance(definition, { status: 'running', step: group.step, attempts: 0 }, { kind: 'succeeded' });
  const note = { stepId: step.id, position: group.step, notes: result.notes, startedAt, finishedAt: clock.now(org) };
  await noteSuccess(tx, note, { run, command });
}

interface SuccessNote {
  readonly stepId: string;
  readonly position: number;
  readonly notes: readonly StepNote[];
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

async function noteSuccess(tx: OrgTransaction, { stepId, position, notes, startedAt, finishedAt }: SuccessNote, { run, command }: Advanced): Promise<void> {
  const runTable = orgTable(tx.org.schema, 'run');
  const ends = command.kind === 'finish';
  const ids = sql`any(${notes.map(({ runId }) => runId)}::uuid[])`;
  await tx.run(sql`with note as (
      select * from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as note("runId" uuid, input jsonb, output jsonb)
    ), noted as (
      insert into ${orgTable(tx.org.schema, 'runStep')} (run_id, position, step_id, status, input, output, attempts, started_at, finished_at)
      select run.id, ${position}::int, ${stepId}::text, case when note.output ? 'skipped' then 'skipped' else 'done' end, note.input, note.output,
        run.attempts + 1, ${startedAt}::timestamptz, ${finishedAt}::timestamptz
      from note join ${runTable} as run on run.id = note."runId" where run.id = ${ids}
      on conflict (run_id, position) do update set status = excluded.status, input = excluded.input, output = excluded.output,
        attempts = excluded.attempts, finished_at = excluded.finished_at, error = null
    )
    update ${runTable} as run set status = ${run.status}, step = ${run.step}, attempts = 0, error = null,
      next_attempt_at = ${ends ? null : finishedAt}::timestamptz, finished_at = ${ends ? finishedAt : null}::timestamptz
    from note where run.id = note."runId" and run.id = ${ids}`);
}

function notRunnable(definition: WorkflowDocument | undefined, { step, revision }: RunGroup): Problem {
  const message = definition
    ? `Step ${step + 1} of “${definition.title}” cannot be performed: revision ${revision} names no action that is known here.`
    : `The workflow of this run is not in revision ${revision}.`;
  return { path: '', code: 'workflow.not-runnable', message };
}

