import type { WorkflowDraft } from '../automation-types.js';
import { stepFormulas } from './step-formulas.js';

it('are those of the step, for the object that it names', () => {
  const workflow = { object: 'Customer', steps: [{ id: 'a', action: 'notify', input: { to: 'owner' }, paths: { error: [{ id: 'b', action: 'createRecord', input: { object: 'Task', values: { subject: 'city' } } }] } }] } as unknown as WorkflowDraft;
  expect(stepFormulas(workflow, 'a')).toEqual({ formulas: { to: 'owner' }, object: 'Customer' });
  expect(stepFormulas(workflow, 'b')).toEqual({ formulas: { subject: 'city' }, object: 'Task' });
  expect(stepFormulas(workflow, 'c')).toEqual({ formulas: {}, object: 'Customer' });
});
