import { EACH } from '@guanxi/metadata';
import type { StepNote } from '../ports.js';
import type { Action } from './action.js';
import { checkWhere } from './check-where.js';
import { readRelatedObject, relationSchema, whereSchema } from './related-list.js';

export const forEach: Action = {
  name: 'forEach',
  title: 'For each related record',
  description: 'Does steps for every record of a related list, on that record, and goes on when all are done.',
  inputSchema: {
    type: 'object',
    properties: {
      relation: relationSchema,
      where: whereSchema,
    },
    required: ['relation'],
    additionalProperties: false,
  },

  paths: () => [{ name: EACH, apart: true }],

  check(input, context) {
    const related = readRelatedObject(input['relation'], context);
    return related.ok ? checkWhere(input['where'], related.value, context) : [...related.problems];
  },

  async run({ input, model, object, runs }, ports) {
    const { relation, where } = input as { relation: string; where?: string };
    const target = readRelatedObject(relation, { model, object });
    if (!target.ok) return target;
    const valuesOf = new Map(runs.map(({ runId, values }) => [runId, values]));
    const related = await ports.findRelated(object.name, relation, where, runs);
    const rounds = await ports.begin(related.map(({ runId, id }) => ({ runId, recordId: id, object: target.value.name, values: valuesOf.get(runId) ?? {}, program: { path: EACH } })));
    const notes = runs.map(({ runId }): StepNote => {
      const begun = rounds.get(runId) ?? 0;
      return { runId, input: { relation, ...(where !== undefined && { where }) }, output: { rounds: begun }, ...(begun > 0 && { way: { to: 'rest', until: null } }) };
    });
    return { ok: true, notes };
  },

  async resume({ runs }) {
    return { ok: true, notes: runs.map(({ runId }): StepNote => ({ runId, input: null, output: null })) };
  },
};
