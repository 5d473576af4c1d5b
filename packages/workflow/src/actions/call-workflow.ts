import { nearMissHint } from '@guanxi/metadata';
import type { StepNote } from '../ports.js';
import type { Action } from './action.js';

export const callWorkflow: Action = {
  name: 'callWorkflow',
  title: 'Run another workflow',
  description: 'Does the steps of another workflow on the same record, whatever sets that one off, and goes on when they are done.',
  inputSchema: {
    type: 'object',
    properties: { workflow: { type: 'string', title: 'Workflow', format: 'workflow-name' } },
    required: ['workflow'],
    additionalProperties: false,
  },

  check({ workflow: name }, { model, object }) {
    const path = '/workflow';
    if (typeof name !== 'string' || name === '') return [{ path, code: 'workflow.missing', message: 'The step does not say which workflow it runs.' }];
    const called = model.workflows.find((one) => one.name === name);
    if (!called) {
      const hint = nearMissHint(name, model.workflows.filter((one) => one.object === object.name).map((one) => one.name));
      return [{ path, code: 'workflow.unknown', message: `There is no workflow "${name}".`, ...(hint && { hint }) }];
    }
    if (called.object === object.name) return [];
    return [{ path, code: 'workflow.foreign', message: `The workflow "${name}" runs on records of ${called.object}, but this step stands at one of ${object.name}.` }];
  },

  async run({ input, object, runs }, ports) {
    const workflow = String(input['workflow']);
    const begun = await ports.begin(runs.map(({ runId, recordId }) => ({ runId, recordId, object: object.name, values: {}, program: { workflow } })));
    const notes = runs.map(({ runId }): StepNote => ({
      runId, input: { workflow }, output: { called: workflow },
      ...(begun.has(runId) && { way: { to: 'rest', until: null } }),
    }));
    return { ok: true, notes };
  },

  async resume({ runs, input }) {
    return { ok: true, notes: runs.map(({ runId }): StepNote => ({ runId, input: null, output: { called: String(input['workflow']) } })) };
  },
};
