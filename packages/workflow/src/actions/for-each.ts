import { EACH } from '@guanxi/metadata';
import { followRelation } from '../expressions/follow-relation.js';
import type { StepNote } from '../ports.js';
import type { Action } from './action.js';
import { checkWhere } from './check-where.js';

export const forEach: Action = {
  name: 'forEach',
  title: 'For each related record',
  description: 'Does steps for every record of a related list, on that record, and goes on when all are done.',
  inputSchema: {
    type: 'object',
    properties: {
      relation: {
        type: 'string',
        title: 'Related list',
        description: 'A list of the record, such as tasks; or of a record it points to, such as customer.tasks.',
        format: 'relation-path',
      },
      where: { type: 'string', title: 'Only where', description: 'A formula over the related record.', format: 'related-formula' },
    },
    required: ['relation'],
    additionalProperties: false,
  },

  paths: () => [{ name: EACH }],

  check(input, context) {
    const followed = followRelation(input['relation'], context.model, context.object);
    if (!followed.ok) return followed.problems.map((problem) => ({ ...problem, path: '/relation' }));
    return checkWhere(input['where'], followed.value.target, context);
  },

  async run({ input, model, object, runs }, ports) {
    const { relation, where } = input as { relation: string; where?: string };
    const followed = followRelation(relation, model, object);
    if (!followed.ok) return followed;
    const target = followed.value.target.name;
    const valuesOf = new Map(runs.map(({ runId, values }) => [runId, values]));
    const related = await ports.findRelated(object.name, relation, where, runs);
    const rounds = await ports.begin(related.map(({ runId, id }) => ({ runId, recordId: id, object: target, values: valuesOf.get(runId) ?? {}, program: { path: EACH } })));
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
