import type { WorkflowAction } from '../automation-types.js';
import { findMissing } from './find-missing.js';
import type { StepInFlow } from './find-step.js';

const callOut = { name: 'callOut', title: '', description: '', inputSchema: { type: 'object', properties: {}, required: ['url'] } } as WorkflowAction;
const step = (input: Readonly<Record<string, unknown>>) => ({ step: { id: 'call', action: 'callOut', input }, pointer: '/steps/0' }) as unknown as StepInFlow;

it('finds what a step cannot do without', () => {
  expect(findMissing([step({ url: ' ' })], [callOut]).map(({ path }) => path)).toEqual(['/steps/0/input/url']);
  expect(findMissing([step({ url: "'https://example.com'" })], [callOut])).toEqual([]);
});
