import type { StepNote } from '../ports.js';
import type { Action } from './action.js';

export const stop: Action = {
  name: 'stop',
  title: 'Stop here',
  description: 'Ends the run, whatever steps would follow.',
  inputSchema: { type: 'object', properties: {}, additionalProperties: false },
  check: () => [],
  async run({ runs }) {
    return { ok: true, notes: runs.map(({ runId }): StepNote => ({ runId, input: {}, output: { stopped: true }, way: { to: 'end' } })) };
  },
};
