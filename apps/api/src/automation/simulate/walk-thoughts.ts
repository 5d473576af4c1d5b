import type { JsonValue } from '@guanxi/field-types';
import { advance, ERROR, findAction, MOST_DEPTH, programOf, type Action, type ActionPorts, type ActionResult, type ChildToBegin, type Instruction, type OrgPlace, type StepNote, type Way } from '@guanxi/workflow';
import type { SqlSession } from '../../database/sql-session.js';
import { placeOfStep } from '../trace/place-of-step.js';
import { NotThought } from './not-thought.js';
import { PastPorts, type LaterMoments } from './past-ports.js';
import { SeveralMoments } from './several-moments.js';
import type { Thought, ThoughtStatus } from './thought.js';

const BATCH = 1_000;
/** Rounds and called workflows of one run; what would go on without end stops here. */
const MOST_STEPS = 500;

/** Thinks runs through to their end, those at the same step as a batch. Nothing is written; waits are passed over. */
export async function walkThoughts(session: SqlSession, thoughts: readonly Thought[]): Promise<void> {
  for (;;) {
    const [first] = thoughts.filter(({ hasEnded }) => !hasEnded).sort((a, b) => a.step - b.step);
    if (!first) return;
    const batch = thoughts.filter((one) => !one.hasEnded && one.step === first.step && one.program === first.program).slice(0, BATCH);
    await takeStep(session, batch, first);
  }
}

async function takeStep(session: SqlSession, batch: readonly Thought[], { program, step: position, place }: Thought): Promise<void> {
  const instruction = program[position];
  const action = instruction && findAction(instruction.step.action);
  if (!instruction?.object || !action) {
    for (const thought of batch) thought.hasEnded = true;
    return;
  }
  const children: Thought[] = [];
  const begun = new Map(batch.map(({ id, steps }) => [id, steps.length]));
  const settled = await perform({ session, place, instruction, action, children }, batch);
  await walkThoughts(session, children);
  for (const thought of batch) {
    const outcome = settled.get(thought.id) ?? { kind: 'skipped' as const };
    const lasting = children.filter(({ parent }) => parent === thought).map(({ at }) => at);
    settle(thought, { instruction, action, outcome, lasting, place: lasting.length > 0 ? (begun.get(thought.id) ?? 0) : thought.steps.length });
  }
}

interface Performance {
  readonly session: SqlSession;
  readonly place: OrgPlace;
  readonly instruction: Instruction;
  readonly action: Action;
  /** Runs that the step begins. */
  readonly children: Thought[];
}

type Outcome = { readonly kind: 'noted'; readonly note: StepNote } | { readonly kind: 'failed'; readonly error: string } | { readonly kind: 'unknown' } | { readonly kind: 'skipped' };

async function perform(performance: Performance, batch: readonly Thought[]): Promise<ReadonlyMap<string, Outcome>> {
  const moments = new Set(batch.map(({ at }) => at));
  const laterMoments: LaterMoments = new Map();
  try {
    return await performAt(performance, batch, moments.size === 1 ? batch[0]?.at : undefined, laterMoments);
  } catch (error) {
    if (!(error instanceof SeveralMoments)) throw error;
    const outcomes = new Map<string, Outcome>();
    for (const moment of moments) {
      const some = batch.filter(({ at }) => at === moment);
      for (const [id, outcome] of await performAt(performance, some, moment, laterMoments)) outcomes.set(id, outcome);
    }
    return outcomes;
  }
}

/** Where a batch does not go through it is halved, until those that are in the way stand alone. */
async function performAt(performance: Performance, batch: readonly Thought[], moment: string | undefined, laterMoments: LaterMoments): Promise<ReadonlyMap<string, Outcome>> {
  const { session, place, instruction, action, children } = performance;
  const begun = children.length;
  const thoughts = new Map(batch.map((one) => [one.id, one]));
  const ports = withUnknown(new PastPorts({ session, place, variables: instruction.variables, thoughts, moment, laterMoments, begin: (wanted) => beginChildren(wanted, performance, thoughts) }));
  try {
    const runs = batch.map(({ id, recordId, values }) => ({ runId: id, recordId, values }));
    const { step: { input }, object, variables } = instruction;
    if (!object) return new Map();
    const result: ActionResult = await action.run({ model: place.named, object, variables, input, runs }, ports);
    if (!result.ok) throw new RangeError(result.problems.map(({ message }) => message).join(' '));
    return new Map(result.notes.map((note) => [note.runId, { kind: 'noted', note }]));
  } catch (error) {
    children.length = begun;
    if (error instanceof SeveralMoments) throw error;
    if (error instanceof NotThought) return new Map(batch.map(({ id }) => [id, { kind: 'unknown' }]));
    if (batch.length === 1) return new Map(batch.map(({ id }) => [id, { kind: 'failed', error: error instanceof Error ? error.message : String(error) }]));
    const half = Math.ceil(batch.length / 2);
    return new Map([...(await performAt(performance, batch.slice(0, half), moment, laterMoments)), ...(await performAt(performance, batch.slice(half), moment, laterMoments))]);
  }
}

function beginChildren(wanted: readonly ChildToBegin[], { place, instruction, children }: Performance, thoughts: ReadonlyMap<string, Thought>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { runId, recordId, values, program: where } of wanted) {
    const parent = thoughts.get(runId);
    const start = parent && startOf(where, parent, instruction, place);
    if (!parent || !start || parent.depth >= MOST_DEPTH) continue;
    children.push({
      id: `${runId}/${children.length}`, recordId, ...start, place, at: parent.at, values, laidOver: {}, told: parent.told, steps: parent.steps, parent, depth: parent.depth + 1, hasEnded: false,
    });
    counts.set(runId, (counts.get(runId) ?? 0) + 1);
  }
  return counts;
}

function startOf(where: ChildToBegin['program'], parent: Thought, { paths }: Instruction, { named }: OrgPlace): Pick<Thought, 'program' | 'step'> | undefined {
  if ('path' in where) {
    const step = paths[where.path];
    return step === undefined || step === null ? undefined : { program: parent.program, step };
  }
  const called = named.workflows.find(({ name }) => name === where.workflow);
  return called && { program: programOf(called, named), step: 0 };
}

interface Settling {
  readonly instruction: Instruction;
  readonly action: Action;
  readonly outcome: Outcome;
  /** When the runs that the step began would have ended. */
  readonly lasting: readonly string[];
  /** Of the step among those of the run: before what its children did. */
  readonly place: number;
}

/** Notes what came of a step, and moves the run on: past what it would have waited for. */
function settle(thought: Thought, { instruction: { step, level, paths }, action, outcome, lasting, place }: Settling): void {
  const note = outcome.kind === 'noted' ? outcome.note : undefined;
  const way = note?.way;
  const until = way?.to === 'rest' ? way.until : null;
  const awaitsAnswer = way?.to === 'rest' && way.until === null && lasting.length === 0;
  const isUnknown = outcome.kind === 'unknown' || awaitsAnswer;
  thought.steps.splice(place, 0, {
    ...placeOfStep(step, level + thought.depth), at: thought.at,
    status: isUnknown ? 'unknown' : outcome.kind === 'noted' ? statusOf(outcome.note) : outcome.kind,
    input: note?.input ?? null, output: note?.output ?? null, way: way?.to === 'path' ? way.name : null, until, error: outcome.kind === 'failed' ? outcome.error : null,
  });
  if (note?.leaves) thought.values = { ...thought.values, ...note.leaves };
  if (until !== null) thought.at = later(thought.at, until);
  for (const end of lasting) thought.at = later(thought.at, end);
  // Which way people or others would have gone nobody knows; what only has an effect is passed over.
  if ((isUnknown && (action.paths !== undefined || action.resume !== undefined)) || thought.steps.length >= MOST_STEPS) {
    thought.hasEnded = true;
    return;
  }
  const drawn = paths[ERROR] !== undefined;
  if (outcome.kind === 'failed' && !drawn) {
    thought.hasEnded = true;
    return;
  }
  const stood = { status: 'running', step: thought.step, attempts: 0, rests: false } as const;
  const taken: Way | undefined = outcome.kind === 'failed' ? { to: 'path', name: ERROR } : way && way.to !== 'rest' ? way : undefined;
  const { run } = advance(thought.program, stood, { kind: 'succeeded', ...(taken && { way: taken }) });
  thought.step = run.step;
  thought.hasEnded = run.status === 'done' || run.status === 'failed';
}

const later = (one: string, other: string): string => (Date.parse(other) > Date.parse(one) ? other : one);

function statusOf({ output }: StepNote): ThoughtStatus {
  return isObject(output) && 'skipped' in output ? 'skipped' : 'done';
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Actions may ask more than a replay can answer: then nobody can tell what the step would have done. */
function withUnknown(ports: PastPorts): ActionPorts {
  return new Proxy(ports, {
    get(target, name, receiver) {
      const known: unknown = Reflect.get(target, name, receiver);
      if (known !== undefined) return typeof known === 'function' ? (known as (...given: readonly unknown[]) => unknown).bind(target) : known;
      return () => {
        throw new NotThought(`A replay has no answer to ${String(name)}.`);
      };
    },
  }) as unknown as ActionPorts;
}
