import type { StepNote } from '../ports.js';
import type { Action } from './action.js';
import { checkWhere } from './check-where.js';
import { readRelatedObject, relationSchema, whereSchema } from './related-list.js';

export const deleteRecord: Action = {
  name: 'deleteRecord',
  title: 'Delete records',
  description: 'Puts the record, or those of a related list, into the recycle bin.',
  inputSchema: {
    type: 'object',
    properties: {
      relation: { ...relationSchema, description: 'Without one, the workflow’s own record is deleted.' },
      where: whereSchema,
    },
    additionalProperties: false,
  },

  check({ relation, where }, context) {
    if (relation === undefined) {
      return where === undefined ? [] : [{ path: '/where', code: 'where.alone', message: 'There is a condition on related records, but no related list.' }];
    }
    const related = readRelatedObject(relation, context);
    return related.ok ? checkWhere(where, related.value, context) : [...related.problems];
  },

  async run({ input, model, object, runs }, ports) {
    const { relation, where } = input as { relation?: string; where?: string };
    const followed = relation === undefined ? undefined : readRelatedObject(relation, { model, object });
    if (followed && !followed.ok) return followed;
    const target = followed?.value.name ?? object.name;
    const found = relation === undefined ? runs.map(({ runId, recordId }) => ({ runId, id: recordId })) : await ports.findRelated(object.name, relation, where, runs);
    const written = await ports.delete(target, [...new Set(found.map(({ id }) => id))]);
    if (!written.ok) return written;
    const gone = new Set(written.ids);
    const idsOf = new Map<string, string[]>(runs.map(({ runId }) => [runId, []]));
    for (const { runId, id } of found) if (gone.has(id)) idsOf.get(runId)?.push(id);
    const notes = runs.map(({ runId }): StepNote => ({
      runId,
      input: { ...(relation !== undefined && { relation }), ...(where !== undefined && { where }) },
      output: { deleted: { object: target, ids: idsOf.get(runId) ?? [] } },
    }));
    return { ok: true, notes };
  },
};
