import type { Action } from './action.js';
import { checkWhere } from './check-where.js';
import { checkFieldValues, fieldValuesSchema } from './field-values.js';
import { lastOfEach } from './last-of-each.js';
import { readRelatedObject, relationSchema, whereSchema } from './related-list.js';
import { skipped } from './skipped.js';

export const updateRelated: Action = {
  name: 'updateRelated',
  title: 'Update related records',
  description: 'Sets fields of the records in a related list, or of those among them that a condition picks.',
  beforeItsRun: true,
  inputSchema: {
    type: 'object',
    properties: {
      relation: relationSchema,
      where: whereSchema,
      values: fieldValuesSchema,
    },
    required: ['relation', 'values'],
    additionalProperties: false,
  },

  check(input, context) {
    const related = readRelatedObject(input['relation'], context);
    if (!related.ok) return [...related.problems];
    return [...checkWhere(input['where'], related.value, context), ...checkFieldValues(input['values'], related.value, context)];
  },

  async run({ input, model, object, runs }, ports) {
    const relation = String(input['relation']);
    const followed = readRelatedObject(relation, { model, object });
    if (!followed.ok) return followed;
    const target = followed.value.name;
    const where = input['where'] === undefined ? undefined : String(input['where']);
    const [values, related] = [
      await ports.evaluate(object.name, input['values'] as Record<string, string>, runs),
      await ports.findRelated(object.name, relation, where, runs),
    ];
    const changes = related.flatMap(({ runId, id }) => {
      const found = values.get(runId);
      return found ? [{ runId, id, values: found }] : [];
    });
    const written = await ports.update(target, lastOfEach(changes));
    if (!written.ok) return written;
    const idsByRun = new Map<string, string[]>([...values.keys()].map((runId) => [runId, []]));
    for (const { runId, id } of changes) idsByRun.get(runId)?.push(id);
    const notes = [...values].map(([runId, set]) => ({
      runId,
      input: { relation, ...(where !== undefined && { where }), values: set },
      output: { updated: { object: target, ids: idsByRun.get(runId) ?? [] } },
    }));
    return { ok: true, notes: [...notes, ...skipped(runs, notes)] };
  },
};
