import type { Action } from './action.js';
import { checkFieldValues, checkRequired, fieldValuesSchema } from './field-values.js';
import { checkKeepAs, keepAsSchema, keptAs } from './left-value.js';
import { checkTarget } from './target.js';
import { skipped } from './skipped.js';

export const createRecord: Action = {
  name: 'createRecord',
  title: 'Create a record',
  description: 'Makes one new record of an object, its values worked out from the workflow’s record.',
  beforeItsRun: true,
  inputSchema: {
    type: 'object',
    properties: {
      object: { type: 'string', title: 'Object', format: 'object-name' },
      values: fieldValuesSchema,
      as: keepAsSchema,
    },
    required: ['object', 'values'],
    additionalProperties: false,
  },

  leaves: ({ as }) => keptAs(as, 'reference' as const),

  check(input, context) {
    const target = checkTarget(input['object'], context.model);
    if (!target.ok) return [...target.problems];
    return [...checkFieldValues(input['values'], target.value, context), ...checkRequired(input['values'], target.value), ...checkKeepAs(input['as'], 'reference', context)];
  },

  async run({ input, object, runs }, ports) {
    const target = String(input['object']);
    const values = await ports.evaluate(object.name, input['values'] as Record<string, string>, runs);
    const rows = runs.flatMap(({ runId }) => {
      const found = values.get(runId);
      return found ? [{ runId, values: found }] : [];
    });
    const written = await ports.create(target, rows);
    if (!written.ok) return written;
    const notes = rows.map(({ runId, values: set }, index) => ({
      runId,
      input: { object: target, values: set },
      output: { created: { object: target, id: written.ids[index] ?? null } },
      leaves: keptAs(input['as'], written.ids[index] ?? null),
    }));
    return { ok: true, notes: [...notes, ...skipped(runs, notes)] };
  },
};
