import type { Action } from './action.js';
import { checkFieldValues, fieldValuesSchema } from './field-values.js';
import { lastOfEach } from './last-of-each.js';
import { skipped } from './skipped.js';

export const updateRecord: Action = {
  name: 'updateRecord',
  title: 'Update the record',
  description: 'Sets fields of the record that the workflow runs on.',
  beforeItsRun: true,
  inputSchema: {
    type: 'object',
    properties: { values: fieldValuesSchema },
    required: ['values'],
    additionalProperties: false,
  },

  check(input, context) {
    return checkFieldValues(input['values'], context.object, context);
  },

  async run({ input, object, runs }, ports) {
    const values = await ports.evaluate(object.name, input['values'] as Record<string, string>, runs);
    const changes = runs.flatMap(({ runId, recordId }) => {
      const found = values.get(runId);
      return found ? [{ runId, id: recordId, values: found }] : [];
    });
    const written = await ports.update(object.name, lastOfEach(changes));
    if (!written.ok) return written;
    const notes = changes.map(({ runId, id, values: set }) => ({ runId, input: { values: set }, output: { updated: { object: object.name, ids: [id] } } }));
    return { ok: true, notes: [...notes, ...skipped(runs, notes)] };
  },
};
