import type { WorkflowDocument, WorkflowStep } from '@guanxi/metadata';
import { shopModel, winbackCall } from '../testing/shop.js';
import { checkWorkflow } from './check-workflow.js';

const model = shopModel();
const problemsOf = (changes: Partial<WorkflowDocument>) => checkWorkflow({ ...winbackCall, ...changes }, model);
const problemsOfStep = (action: string, input: WorkflowStep['input']) => problemsOf({ steps: [{ id: 's', action, input }] });

describe('checkWorkflow', () => {
  it('finds nothing wrong with a workflow that can run', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ when: "ISPICKVAL(status, 'active')" })).toEqual([]);
    expect(problemsOfStep('updateRelated', { relation: 'tasks', where: "ISPICKVAL(status, 'open')", values: { status: "'done'" } })).toEqual([]);
    expect(problemsOfStep('notify', { to: 'owner', text: "'See ' & name" })).toEqual([]);
    expect(problemsOfStep('updateRecord', { values: { status: "'left'" } })).toEqual([]);
  });

  it('follows a lookup to the related list of the record it points to', () => {
    const order = { ...winbackCall, object: 'Order', trigger: { created: {} } } as const;
    const steps = [{ id: 's', action: 'updateRelated', input: { relation: 'customer.tasks', values: { status: "'done'" } } }];
    expect(checkWorkflow({ ...order, steps }, model)).toEqual([]);
  });

  it.each<[string, string, WorkflowStep['input'], object]>([
    ['an unknown action', 'createRecrod', {}, { path: '/steps/0/action', code: 'action.unknown', hint: 'Did you mean "createRecord"?' }],
    ['an unknown key', 'updateRecord', { valeus: {}, values: { status: "'left'" } }, { path: '/steps/0/input/valeus', code: 'input.unknown', hint: 'Did you mean "values"?' }],
    ['an unknown object', 'createRecord', { object: 'Tsak', values: { subject: 'name' } }, { path: '/steps/0/input/object', hint: 'Did you mean "Task"?' }],
    ['an object of the platform', 'createRecord', { object: 'User', values: { name: 'name' } }, { path: '/steps/0/input/object', code: 'object.read-only' }],
    ['an unknown field', 'updateRecord', { values: { staus: "'left'" } }, { path: '/steps/0/input/values/staus', hint: 'Did you mean "status"?' }],
    ['a field that the platform sets', 'updateRecord', { values: { createdAt: 'NOW()' } }, { path: '/steps/0/input/values/createdAt', code: 'field.read-only' }],
    ['a formula of another type', 'updateRecord', { values: { renewsOn: 'name' } }, { path: '/steps/0/input/values/renewsOn', code: 'result-type' }],
    ['a required field without a value', 'createRecord', { object: 'Task', values: { status: "'open'" } }, { path: '/steps/0/input/values', code: 'values.required' }],
    ['no values', 'updateRecord', { values: {} }, { path: '/steps/0/input/values', code: 'values.missing' }],
    ['an unknown related list', 'updateRelated', { relation: 'taskz', values: { status: "'done'" } }, { path: '/steps/0/input/relation', hint: 'Did you mean "tasks"?' }],
    ['a condition over the wrong record', 'updateRelated', { relation: 'tasks', where: 'ISBLANK(renewsOn)', values: { status: "'done'" } }, { path: '/steps/0/input/where', code: 'unknown-field' }],
    ['a header that is ours', 'callOut', { url: '"https://a.example"', headers: { 'Webhook-Id': 'name' } }, { path: '/steps/0/input/headers/Webhook-Id', code: 'headers.name' }],
    ['a header that is said twice', 'callOut', { url: '"https://a.example"', headers: { 'x-key': 'name' }, secretHeaders: ['X-Key'] }, { path: '/steps/0/input/secretHeaders/0', code: 'headers.repeated' }],
    ['a header without a formula', 'callOut', { url: '"https://a.example"', headers: { 'x-key': 'nmae' } }, { path: '/steps/0/input/headers/x-key', code: 'unknown-field' }],
    ['a receiver who is no person', 'notify', { to: 'renewsOn', text: 'name' }, { path: '/steps/0/input/to' }],
  ])('tells of %s', (_, action, input, problem) => {
    expect(problemsOfStep(action, input)).toContainEqual(expect.objectContaining(problem));
  });

  it('refuses hours counted from a day, and lengths that are none', () => {
    const after = (text: string) => problemsOf({ trigger: { elapsed: { since: { field: 'renewsOn' }, after: text } } });
    expect(after('PT12H')).toMatchObject([{ path: '/trigger/elapsed/after', code: 'workflow.period' }]);
    expect(after('PT5S')).toMatchObject([{ path: '/trigger/elapsed/after', code: 'workflow.period' }]);
    expect(after('P1M')).toEqual([]);
  });

  it('knows no person that it would run for', () => {
    expect(problemsOf({ when: "$User.name = 'Ada'" })).toMatchObject([{ path: '/when', code: 'unknown-field' }]);
  });
});
