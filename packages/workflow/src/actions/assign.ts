import { nearMissHint, USER, type ObjectModel, type Problem, type QueueDocument } from '@guanxi/metadata';
import { readFormula } from '../expressions/read-formula.js';
import type { ActionPorts, EvaluatedValues, RunTarget, StepNote } from '../ports.js';
import type { Action, ActionBatch, ActionContext, StepInput } from './action.js';
import { checkQueueName } from './approval-levels.js';
import { skipped } from './skipped.js';

interface AssignInput {
  readonly queue?: string;
  readonly byTerritory?: boolean;
  readonly field?: string;
  readonly choose?: 'roundRobin' | 'leastLoaded';
  readonly open?: string;
}

export const assign: Action = {
  name: 'assign',
  title: 'Assign to somebody',
  description: 'Gives the record to a member of a queue, in turn or to whoever has least to do, or lets it wait until one takes it.',
  inputSchema: {
    type: 'object',
    properties: {
      queue: { type: 'string', title: 'Queue', description: 'Whose members come into question.', format: 'queue-name' },
      byTerritory: { type: 'boolean', title: 'By territory', description: 'Instead of one queue: the first whose territory the record belongs to.' },
      field: { type: 'string', title: 'Field', description: 'The lookup to a user that is set; without one the owner.' },
      choose: { type: 'string', title: 'Choice', description: 'Instead of what the queue says.', enum: ['roundRobin', 'leastLoaded'] },
      open: { type: 'string', title: 'What counts as open', description: 'For whoever has least to do: a condition over records of the same object; without one all count.', format: 'formula' },
    },
    additionalProperties: false,
  },

  check(input, context) {
    const { queue, byTerritory, field = 'owner', choose, open } = input;
    const problems: Problem[] = [];
    if ((queue === undefined) === (byTerritory !== true)) problems.push({ path: '/queue', code: 'assign.whom', message: 'The step has to name either a queue, or say that the territory decides.' });
    if (queue !== undefined) problems.push(...checkQueueName(queue, '/queue', context));
    if (byTerritory === true && territoriesOf(context).length === 0) {
      problems.push({ path: '/byTerritory', code: 'assign.territory', message: `No queue has a territory for ${context.object.pluralLabel}.`, hint: 'Add one to a queue.' });
    }
    if (choose !== undefined && choose !== 'roundRobin' && choose !== 'leastLoaded') problems.push({ path: '/choose', code: 'assign.choose', message: 'A member is chosen by roundRobin or leastLoaded.' });
    return [...problems, ...checkField(field, context.object), ...checkOpen(open, context)];
  },

  async run(batch, ports) {
    const { input, object, runs } = batch;
    const { field = 'owner', choose: by, open } = input as AssignInput;
    const queueOf = await findQueues(batch, ports);
    const chosen = new Map<string, string | null>();
    // In the order of their names, so that two workers never wait for each other's queue.
    for (const queue of [...new Set(queueOf.values())].filter((name) => name !== null).sort()) {
      const own = runs.filter(({ runId }) => queueOf.get(runId) === queue);
      for (const [runId, member] of await ports.people.chooseMembers(queue, own, { object: object.name, field, open, by })) chosen.set(runId, member);
    }
    const given = runs.flatMap(({ runId, recordId }) => (typeof chosen.get(runId) === 'string' ? [{ runId, recordId, member: String(chosen.get(runId)) }] : []));
    const lastOfRecord = [...new Map(given.map((one) => [one.recordId, one])).values()];
    const written = await ports.update(object.name, lastOfRecord.map(({ runId, recordId, member }) => ({ runId, id: recordId, values: { [field]: member } })));
    if (!written.ok) return written;
    await ports.people.stopWaiting(object.name, field, lastOfRecord.map(({ recordId }) => recordId));
    await ports.people.letWait(object.name, field, runs.flatMap(({ runId, recordId }) => (chosen.get(runId) === null ? [{ recordId, queue: queueOf.get(runId) ?? '' }] : [])));
    const notes = runs.filter(({ runId }) => queueOf.has(runId)).map((run) => noteOf(run, queueOf.get(run.runId) ?? null, chosen.get(run.runId) ?? null));
    return { ok: true, notes: [...notes, ...skipped(runs, notes)] };
  },
};

function noteOf({ runId }: RunTarget, queue: string | null, member: string | null): StepNote {
  if (queue === null) return { runId, input: {}, output: { skipped: 'The record belongs to no territory.' } };
  return { runId, input: { queue }, output: member === null ? { waitsIn: queue } : { assigned: member } };
}

/** The queue of each run, null where there is none for it; a run whose record is gone is missing. */
async function findQueues({ input, object, model, runs }: ActionBatch, ports: ActionPorts): Promise<ReadonlyMap<string, string | null>> {
  const territories = input['byTerritory'] === true ? territoriesOf({ model, object }) : [];
  const conditions = Object.fromEntries(territories.map(({ when = 'true' }, index) => [`in${index}`, when]));
  const found = await ports.evaluate(object.name, { there: 'true', ...conditions }, runs);
  const queueOf = (values: EvaluatedValues): string | null => territories.find((_, index) => values[`in${index}`] === true)?.queue ?? null;
  return new Map([...found].map(([runId, values]) => [runId, typeof input['queue'] === 'string' ? input['queue'] : queueOf(values)]));
}

/** In the order in which they are asked: by rank, then by name. */
function territoriesOf({ model, object }: Pick<ActionContext, 'model' | 'object'>): readonly { readonly queue: string; readonly when?: string }[] {
  const rank = ({ rank: own = 0 }: QueueDocument) => own;
  return [...model.queues]
    .sort((left, right) => rank(left) - rank(right) || (left.name < right.name ? -1 : 1))
    .flatMap(({ name, territory = [] }) => territory.filter((part) => part.object === object.name).map(({ when }) => ({ queue: name, ...(when !== undefined && { when }) })));
}

function checkField(name: unknown, object: ObjectModel): Problem[] {
  const field = typeof name === 'string' ? object.fieldByName.get(name) : undefined;
  if (field?.target === USER && field.writable) return [];
  const users = object.fields.filter(({ target, writable }) => target === USER && writable).map((one) => one.name);
  const hint = nearMissHint(String(name), users);
  return [{ path: '/field', code: 'assign.field', message: `“${String(name)}” is no field of ${object.label} that names a user and can be written.`, ...(hint && { hint }) }];
}

function checkOpen(open: StepInput[string], { model, object }: ActionContext): Problem[] {
  if (open === undefined) return [];
  const read = readFormula(String(open), { model, object }, 'boolean');
  return read.ok ? [] : read.problems.map((problem) => ({ ...problem, path: '/open' }));
}
