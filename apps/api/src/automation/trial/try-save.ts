import { randomUUID } from 'node:crypto';
import { stepsOf, type Problem, type WorkflowDocument, type WorkflowStep, type WorkflowTestGiven } from '@guanxi/metadata';
import { placeOfStep } from '../trace/place-of-step.js';
import { changeGiven, giveRecords, NotGiven, readRecordNow } from './give-records.js';
import type { TrialStep } from './read-trial.js';
import { within, type TrialStage } from './trial-stage.js';

export interface SaveToTry {
  readonly workflow: WorkflowDocument;
  /** Values that are saved as a new record or as a change of one, or a record that there is, saved again as it is. */
  readonly about: WorkflowTestGiven | { readonly recordId: string };
  /** The stage where the workflow is this version of itself; `alone`: without those that come after it. */
  stageOf(version: WorkflowDocument, alone?: boolean): TrialStage;
}

export interface TriedSave<Seen> {
  readonly ran: boolean;
  /** What the workflow says to whoever saves; null where it lets the record be saved. */
  readonly refused: string | null;
  /** What `see` saw after the save; undefined where the workflow refused it. */
  readonly seen: Seen | undefined;
}

/**
 * Saves a record before which the workflow acts, through the statement that all saves go through, and takes it back.
 * Throws `NotGiven` where something else refuses the record.
 */
export async function trySave<Seen>(save: SaveToTry, see: (stage: TrialStage, recordId: string) => Promise<Seen>): Promise<TriedSave<Seen>> {
  const { workflow } = save;
  const ran = await isReached(save, (steps) => [probe, ...steps]);
  const outcome = await attempt(save, workflow, see);
  if ('seen' in outcome) return { ran, refused: null, seen: outcome.seen };
  const own = new Set(stepsOf(workflow).flatMap(({ step }) => (step.action === 'refuse' ? textsOf(step) : [])));
  const refusal = ran ? outcome.problems.find(({ message }) => own.has(message)) : undefined;
  if (!refusal) throw new NotGiven(outcome.problems);
  return { ran, refused: refusal.message, seen: undefined };
}

/** What those steps of the workflow did that `isWanted` names, in their order. Those that were not reached are left out. */
export async function readSaveSteps(save: SaveToTry, isWanted: (id: string) => boolean): Promise<readonly TrialStep[]> {
  const done: TrialStep[] = [];
  for (const { step, place } of stepsOf(save.workflow)) {
    if (!isWanted(step.id) || !(await isReached(save, before(step.id, probe)))) continue;
    const values = step.action === 'updateRecord' ? await readSet(save, step) : undefined;
    const way = step.action === 'branch' ? await readWay(save, step) : null;
    done.push({
      ...placeOfStep(step, (place.length - 2) / 3), status: 'done', at: save.stageOf(save.workflow).now(),
      input: values === undefined ? null : { values }, output: step.action === 'refuse' ? { refused: textsOf(step)[0] ?? '' } : null, way, until: null, error: null, held: null,
    });
  }
  return done;
}

const token = randomUUID();
/** Its answer tells that it was reached. */
const probe: WorkflowStep = { id: '_probe', action: 'refuse', input: { message: { text: token } } };
const stop: WorkflowStep = { id: '_stop', action: 'stop', input: {} };

type Edit = (steps: readonly WorkflowStep[]) => readonly WorkflowStep[];

async function isReached(save: SaveToTry, edit: Edit): Promise<boolean> {
  const outcome = await attempt(save, edited(save.workflow, edit), async () => undefined);
  if ('seen' in outcome) return false;
  return outcome.problems.some(({ message }) => message === token);
}

async function readWay(save: SaveToTry, { id, input }: WorkflowStep): Promise<string | null> {
  const names = [...((input['cases'] ?? []) as readonly { readonly name: string }[]).map(({ name }) => name), 'otherwise'];
  for (const name of names) {
    const probed: Edit = (steps) => everywhere(steps, (list) => list.map((step) => (step.id === id ? { ...step, paths: { ...step.paths, [name]: [probe] } } : step)));
    if (await isReached(save, probed)) return name;
  }
  return null;
}

/** The values that a step has set, as they were before anything else came. */
async function readSet(save: SaveToTry, { id, input }: WorkflowStep): Promise<Readonly<Record<string, string | number | boolean | null>> | undefined> {
  const fields = Object.keys((input['values'] ?? {}) as object);
  const upTo = edited(save.workflow, (steps) => everywhere(steps, (list) => list.flatMap((step) => (step.id === id ? [step, stop] : [step]))));
  const outcome = await attempt(save, upTo, readRecordNow, true);
  return 'seen' in outcome ? Object.fromEntries(fields.map((field) => [field, outcome.seen[field] ?? null])) : undefined;
}

const takenBack = new Error('This is meant to be taken back.');

async function attempt<Seen>({ about, stageOf }: SaveToTry, version: WorkflowDocument, see: (stage: TrialStage, recordId: string) => Promise<Seen>, alone = false): Promise<{ readonly seen: Seen } | { readonly problems: readonly Problem[] }> {
  const stage = stageOf(version, alone);
  const answer: { seen?: { readonly seen: Seen } } = {};
  try {
    await within(stage.tx, async () => {
      answer.seen = { seen: await see(stage, await save(stage, about)) };
      throw takenBack;
    });
  } catch (error) {
    if (error instanceof NotGiven) return { problems: error.problems };
    if (error !== takenBack) throw error;
  }
  return answer.seen as { readonly seen: Seen };
}

async function save(stage: TrialStage, about: SaveToTry['about']): Promise<string> {
  if ('recordId' in about) {
    await changeGiven(stage, about.recordId, await readRecordNow(stage, about.recordId));
    return about.recordId;
  }
  const id = await giveRecords(stage, about, { asSaved: about.change === undefined });
  if (about.change) await changeGiven(stage, id, about.change);
  return id;
}

function edited(workflow: WorkflowDocument, edit: Edit): WorkflowDocument {
  return { ...workflow, steps: edit(workflow.steps) };
}

function before(id: string, put: WorkflowStep): Edit {
  return (steps) => everywhere(steps, (list) => list.flatMap((step) => (step.id === id ? [put, step] : [step])));
}

/** An edit of the list of steps and of those of all ways. */
function everywhere(steps: readonly WorkflowStep[], edit: Edit): readonly WorkflowStep[] {
  return edit(steps).map((step) => (step.paths ? { ...step, paths: Object.fromEntries(Object.entries(step.paths).map(([name, inner]) => [name, everywhere(inner, edit)])) } : step));
}

function textsOf({ input }: WorkflowStep): readonly string[] {
  const { text = '', titles = {} } = (input['message'] ?? {}) as { readonly text?: string; readonly titles?: Readonly<Record<string, string>> };
  return [text, ...Object.values(titles)];
}
