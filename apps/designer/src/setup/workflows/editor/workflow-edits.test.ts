import type { WorkflowDraft } from '../automation-types.js';
import { insertStep, moveStep, OWN_STEPS, putStep, removeStep } from './workflow-edits.js';

const draft: WorkflowDraft = { kind: 'workflow', name: 'w', title: 'W', object: 'Customer', trigger: { created: {} }, guanxi: {}, steps: [] };

describe('steps of a workflow', () => {
  it('are put into the workflow and into ways of its steps, each with an id of its own', () => {
    const first = insertStep(draft, OWN_STEPS, 0, 'branch');
    const inner = insertStep(first.workflow, { owner: first.id, path: 'way1' }, 0, 'branch');
    const deep = insertStep(inner.workflow, { owner: inner.id, path: 'otherwise' }, 0, 'stop');
    expect([first.id, inner.id, deep.id]).toEqual(['branch', 'branch-2', 'stop']);
    expect(deep.workflow.steps).toMatchObject([{ id: 'branch', paths: { way1: [{ id: 'branch-2', paths: { otherwise: [{ id: 'stop' }] } }] } }]);
    expect(removeStep(deep.workflow, 'branch-2').steps).toMatchObject([{ id: 'branch', paths: { way1: [] } }]);
  });

  it('move within their list', () => {
    const filled = ['notify', 'stop', 'wait'].reduce((workflow, action, index) => insertStep(workflow, { owner: 'branch', path: 'way1' }, index, action).workflow, insertStep(draft, OWN_STEPS, 0, 'branch').workflow);
    const ids = (workflow: WorkflowDraft) => workflow.steps[0]?.paths?.['way1']?.map(({ id }) => id);
    expect(ids(moveStep(filled, 'wait', -1))).toEqual(['notify', 'wait', 'stop']);
    expect(ids(moveStep(filled, 'notify', -1))).toEqual(['notify', 'stop', 'wait']);
  });

  it('lose ways that they no longer have, and keep the one for failures', () => {
    const { workflow } = insertStep(insertStep(draft, OWN_STEPS, 0, 'branch').workflow, { owner: 'branch', path: 'way1' }, 0, 'stop');
    const [branch] = workflow.steps;
    if (!branch) throw new Error('There is no branch.');
    const put = putStep(workflow, { ...branch, input: { cases: [{ name: 'other', when: 'true' }] }, paths: { ...branch.paths, error: [] } });
    expect(put.steps).toEqual([{ ...branch, input: { cases: [{ name: 'other', when: 'true' }] }, paths: { error: [] } }]);
  });
});
