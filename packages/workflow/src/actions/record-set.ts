import type { JsonSchema, JsonValue } from '@guanxi/field-types';
import type { ObjectModel, Problem } from '@guanxi/metadata';
import { readFormula } from '../expressions/read-formula.js';
import type { ActionPorts, FoundRecord, RunTarget, StepNote, WriteResult } from '../ports.js';
import type { ActionBatch, ActionContext, ActionResult } from './action.js';

/** Parts of an input that name an object and pick among all its records. */
export const setSchema: Readonly<Record<'object' | 'where', JsonSchema>> = {
  object: { type: 'string', title: 'Object', format: 'object-name' },
  where: { type: 'string', title: 'Only where', description: 'A formula over these records; $Record is the workflow’s own record.', format: 'set-formula' },
};

/** A step does not reach all records of an object by having been left unfinished. */
export function checkSetWhere(where: unknown, target: ObjectModel, { model, object, variables }: ActionContext): Problem[] {
  const path = '/where';
  if (typeof where !== 'string' || where === '') return [{ path, code: 'set.everything', message: `The step does not say which records of ${target.label} it means.`, hint: 'Write a condition; “true” takes all of them.' }];
  const read = readFormula(where, { model, object: target, variables, around: object }, 'boolean');
  return read.ok ? [] : read.problems.map((problem) => ({ ...problem, path }));
}

/** Of one transaction: so many are written within seconds, and a worker that is killed loses no more. */
const PORTION = 2_000;

/** The name under which a run keeps how far it has come; no formula can name it. */
const PROGRESS = '$set';

interface Progress {
  /** Records that came later are not of the set; the set would else grow by what it sets off. */
  readonly begunAt: string;
  /** The last record that was written: they are taken in the order of their ids, so that each is taken once. */
  readonly after: string | null;
  readonly count: number;
}

interface SetStep {
  readonly ports: ActionPorts;
  readonly target: string;
  readonly where: string;
  readonly values?: Readonly<Record<string, string>>;
  /** What becomes of the records, as the trace calls it. */
  readonly done: 'updated' | 'deleted';
  readonly write: (runId: string, records: readonly FoundRecord[]) => Promise<WriteResult>;
}

/** Goes through a portion of the set of each run and lets those that have not come to its end go on with the next at once. */
export async function goThroughSet({ object, input, runs }: ActionBatch, progressOf: (run: RunTarget) => Progress | undefined, step: SetStep): Promise<ActionResult> {
  const { ports, target, where, values = {}, done, write } = step;
  const notes: StepNote[] = [];
  let left = PORTION;
  for (const run of runs) {
    const before = progressOf(run);
    const { begunAt, after, count } = before ?? { begunAt: ports.now(), after: null, count: 0 };
    const found = left === 0 ? [] : await ports.findSet({ around: object.name, object: target, where, values, run, begunAt, after, limit: left });
    const written = await write(run.runId, found);
    if (!written.ok) return written;
    const isThrough = left > 0 && found.length < left;
    left -= found.length;
    const total = count + written.ids.length;
    const progress: Progress = { begunAt, after: found.at(-1)?.id ?? after, count: total };
    notes.push({
      runId: run.runId,
      input: before ? null : (input as JsonValue),
      output: { [done]: { object: target, count: total } },
      leaves: { [PROGRESS]: isThrough ? null : { ...progress } },
      ...(!isThrough && { way: { to: 'rest', until: ports.now() } }),
    });
  }
  return { ok: true, notes };
}

export function progressOf({ values }: RunTarget): Progress | undefined {
  return (values[PROGRESS] ?? undefined) as unknown as Progress | undefined;
}
