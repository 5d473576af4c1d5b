import type { Actor } from '../../access/actor.js';
import { OperationStore } from '../../operations/operation-store.js';
import type { OperationKind, OperationTitle } from '../../operations/operation-record.js';
import { newId } from '../../records/new-id.js';
import type { WritePlace } from '../../records/write-place.js';
import { WriteTally } from '../../records/write-tally.js';
import type { MutationKind } from '../schema/meaning.js';
import { tracing } from '../../tracing/tracing.js';
import { rememberOrigin } from '../../tracing/origins.js';
import type { RecordsPorts } from './answer-operation.js';
import { isSingleStatement, writtenFields, type MutationStep } from './plan-mutation.js';
import { runStep, type StepOutcome } from './run-mutation.js';
import { planOne, runOne, type OnePlan } from './run-one.js';
import type { OrgSchema } from './schemas.js';

/** A mutation of one operation, ready to run. */
export interface PlannedMutation {
  readonly steps: readonly MutationStep[];
  readonly place: WritePlace;
  /** Where it is one record by one statement. */
  readonly one: OnePlan | undefined;
}

/** Throws what its arguments are refused for. */
export function prepareMutation(steps: readonly MutationStep[], { ground: { model, revision } }: OrgSchema, actor: Actor, ports: RecordsPorts): PlannedMutation {
  const { cipher } = ports;
  const at = ports.clock.now(actor.org).toISOString();
  const known = { session: ports.database.session(actor.org), actor, model, at, operationId: newId(), cipher };
  const place: WritePlace = revision === undefined ? known : { ...known, revision };
  return { steps, place, one: tracing.on ? undefined : planOne(steps, place) };
}

/** Runs the root fields in their order, in one transaction: what one of them is refused takes all of them back. */
export async function runMutation({ steps, place, one }: PlannedMutation, ports: RecordsPorts): Promise<readonly StepOutcome[]> {
  const { actor } = place;
  const [step] = steps;
  const done = one && step && (await runOne(one, step, place, ports.cipher));
  const outcomes = done ? [done] : await runAll(steps, place, ports);
  if (outcomes.some(({ written }) => written > 0)) ports.writer.announce(actor.org);
  if (done) return outcomes;
  const reads = outcomes.flatMap(({ sensitive = [] }) => sensitive);
  if (reads.length > 0) await ports.sensitive?.note(actor, 'change', reads);
  return outcomes;
}

async function runAll(steps: readonly MutationStep[], place: WritePlace, ports: RecordsPorts): Promise<readonly StepOutcome[]> {
  const { actor, at, model, operationId, session } = place;
  if (tracing.on) await rememberOrigin(session, actor.org.schema, operationId, at);
  if (isSingleStatement(steps, model)) return runSteps(steps, place, ports);
  return ports.database.transaction(actor.org, async (tx) => {
    const tally = new WriteTally();
    const within: WritePlace = { ...place, session: tx, tally };
    const done = await runSteps(steps, within, ports);
    await noteOperation(steps.filter((_, index) => (done[index]?.written ?? 0) > 0), within, tally);
    return done;
  });
}

async function runSteps(steps: readonly MutationStep[], place: WritePlace, ports: RecordsPorts): Promise<StepOutcome[]> {
  const outcomes: StepOutcome[] = [];
  for (const step of steps) outcomes.push(await runStep(step, place, ports));
  return outcomes;
}

/** What changed more than one record is an operation that can be taken back as one. `steps` are those that wrote something. */
async function noteOperation(steps: readonly MutationStep[], place: WritePlace, tally: WriteTally): Promise<void> {
  const writing = steps.filter(({ kind }) => kind !== 'typename');
  const [step] = writing;
  const kind = writing.length === 1 && step ? (KINDS[step.kind] ?? 'bulk') : 'bulk';
  if (tally.total === 0 || (tally.total === 1 && kind === 'bulk')) return;
  const title = writing.length === 1 && step ? titleOf(step, place) : {};
  await new OperationStore(place.session, place.actor.org.schema).note({ id: place.operationId, kind, title, actor: place.actor, at: new Date(place.at) }, tally.counts);
}

const KINDS: Partial<Record<MutationStep['kind'], OperationKind>> = { merge: 'merge', convert: 'convert' };

const ACTIONS: Partial<Record<MutationKind | 'typename', NonNullable<OperationTitle['action']>>> = {
  create: 'create', createMany: 'create',
  update: 'update', updateMany: 'update', updateWhere: 'update',
  upsert: 'upsert', upsertMany: 'upsert',
  delete: 'delete', deleteMany: 'delete', deleteWhere: 'delete',
  restore: 'restore', restoreMany: 'restore',
};

function titleOf(step: MutationStep, { model }: WritePlace): OperationTitle {
  const action = ACTIONS[step.kind];
  const effect = model.actions.find(({ name }) => step.kind === 'convert' && name === step.arguments.get('action')?.value)?.do;
  const into = effect && 'convert' in effect ? effect.convert.into.map(({ object }) => object) : undefined;
  return { object: step.object, ...(into && { into }), ...(action && { action }), ...(action === 'update' && { fields: writtenFields(step, model) }) };
}
