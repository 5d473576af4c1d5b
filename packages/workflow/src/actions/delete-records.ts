import type { ActionPorts, RunTarget } from '../ports.js';
import type { Action, ActionBatch } from './action.js';
import { checkSetWhere, goThroughSet, progressOf, setSchema } from './record-set.js';
import { checkTarget } from './target.js';

export const deleteRecords: Action = {
  name: 'deleteRecords',
  title: 'Delete a set of records',
  description: 'Puts all records of an object for which a condition is true into the recycle bin, however many they are.',
  inputSchema: { type: 'object', properties: { ...setSchema }, required: ['object', 'where'], additionalProperties: false },

  check(input, context) {
    const target = checkTarget(input['object'], context.model);
    return target.ok ? checkSetWhere(input['where'], target.value, context) : [...target.problems];
  },

  run: (batch, ports) => remove(batch, () => undefined, ports),
  resume: (batch, ports) => remove(batch, progressOf, ports),
};

function remove(batch: ActionBatch, progress: (run: RunTarget) => ReturnType<typeof progressOf>, ports: ActionPorts) {
  const { object: target, where } = batch.input as { object: string; where: string };
  return goThroughSet(batch, progress, { ports, target, where, done: 'deleted', write: (_, records) => ports.delete(target, records.map(({ id }) => id)) });
}
