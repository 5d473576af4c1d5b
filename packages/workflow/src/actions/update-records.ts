import type { Action, ActionBatch } from './action.js';
import { checkFieldValues, fieldValuesSchema } from './field-values.js';
import { checkSetWhere, goThroughSet, progressOf, setSchema } from './record-set.js';
import { checkTarget } from './target.js';
import type { ActionPorts, RunTarget } from '../ports.js';

export const updateRecords: Action = {
  name: 'updateRecords',
  title: 'Update records',
  description: 'Sets fields of all records of an object for which a condition is true, however many they are.',
  inputSchema: {
    type: 'object',
    properties: {
      ...setSchema,
      values: { ...fieldValuesSchema, description: 'A formula over the record that is set, for each field; $Record is the workflow’s own record.', format: 'set-values' },
    },
    required: ['object', 'where', 'values'],
    additionalProperties: false,
  },

  check(input, context) {
    const target = checkTarget(input['object'], context.model);
    if (!target.ok) return [...target.problems];
    const { object: around, ...more } = context;
    return [...checkSetWhere(input['where'], target.value, context), ...checkFieldValues(input['values'], target.value, { ...more, object: target.value, around })];
  },

  run: (batch, ports) => update(batch, () => undefined, ports),
  resume: (batch, ports) => update(batch, progressOf, ports),
};

function update(batch: ActionBatch, progress: (run: RunTarget) => ReturnType<typeof progressOf>, ports: ActionPorts) {
  const { object: target, where, values } = batch.input as { object: string; where: string; values: Record<string, string> };
  const write = (runId: string, records: Awaited<ReturnType<ActionPorts['findSet']>>) => ports.update(target, records.map(({ id, values: set }) => ({ runId, id, values: set })));
  return goThroughSet(batch, progress, { ports, target, where, values, done: 'updated', write });
}
