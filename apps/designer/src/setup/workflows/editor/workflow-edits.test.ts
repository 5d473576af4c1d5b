import type { WorkflowDraft } from '../automation-types.js';
import { insertStep, moveStep, moveStepTo, OWN_STEPS, pasteStep, putStep, removeStep, stepsIn } from './workflow-edits.js';

const draft: WorkflowDraft = { kind: 'workflow', name: 'w', title: 'W', object: 'Customer', trigger: { created: {} }, guanxi: {}, steps: [] };

describe('steps of a workflow', () => {
  it('are put into the workflow and into ways of its steps, each with an id of its own', () => {
    const first = insertStep(draft, { list: OWN_STEPS, index: 0 }, 'branch');
    const inner = insertStep(first.workflow, { list: { owner: first.id, path: 'way1' }, index: 0 }, 'branch');
    const deep = insertStep(inner.workflow, { list: { owner: inner.id, path: 'otherwise' }, index: 0 }, 'stop');
    expect([first.id, inner.id, deep.id]).toEqual(['branch', 'branch-2', 'stop']);
    expect(deep.workflow.steps).toMatchObject([{ id: 'branch', paths: { way1: [{ id: 'branch-2', paths: { otherwise: [{ id: 'stop' }] } }] } }]);
    expect(removeStep(deep.workflow, 'branch-2').steps).toMatchObject([{ id: 'branch', paths: { way1: [] } }]);
  });

  it('move within their list', () => {
    const filled = ['notify', 'stop', 'wait'].reduce((workflow, action, index) => insertStep(workflow, { list: { owner: 'branch', path: 'way1' }, index }, action).workflow, insertStep(draft, { list: OWN_STEPS, index: 0 }, 'branch').workflow);
    const ids = (workflow: WorkflowDraft) => workflow.steps[0]?.paths?.['way1']?.map(({ id }) => id);
    expect(ids(moveStep(filled, 'wait', -1))).toEqual(['notify', 'wait', 'stop']);
    expect(ids(moveStep(filled, 'notify', -1))).toEqual(['notify', 'stop', 'wait']);
  });

  it('lose ways that they no longer have, and keep the one for failures', () => {
    const { workflow } = insertStep(insertStep(draft, { list: OWN_STEPS, index: 0 }, 'branch').workflow, { list: { owner: 'branch', path: 'way1' }, index: 0 }, 'stop');
    const [branch] = workflow.steps;
    if (!branch) throw new Error('There is no branch.');
    const put = putStep(workflow, { ...branch, input: { cases: [{ name: 'other', when: 'true' }] }, paths: { ...branch.paths, error: [] } });
    expect(put.steps).toEqual([{ ...branch, input: { cases: [{ name: 'other', when: 'true' }] }, paths: { error: [] } }]);
  });

  it('are pasted with their ways, all with ids that nobody has', () => {
    const { workflow } = insertStep(insertStep(draft, { list: OWN_STEPS, index: 0 }, 'branch').workflow, { list: { owner: 'branch', path: 'way1' }, index: 0 }, 'stop');
    const [branch] = workflow.steps;
    if (!branch) throw new Error('There is no branch.');
    const pasted = pasteStep(workflow, { list: { owner: 'branch', path: 'way1' }, index: 1 }, branch);
    expect(pasted.id).toBe('branch-2');
    expect(stepsIn(pasted.workflow, { owner: 'branch', path: 'way1' })).toMatchObject([{ id: 'stop' }, { id: 'branch-2', paths: { way1: [{ id: 'stop-2' }] } }]);
  });

  it('move to another list, within their own, and never into themselves', () => {
    const filled = ['notify', 'stop', 'wait'].reduce((workflow, action, index) => insertStep(workflow, { list: OWN_STEPS, index }, action).workflow, draft);
    const withBranch = insertStep(filled, { list: OWN_STEPS, index: 3 }, 'branch').workflow;
    const ids = (workflow: WorkflowDraft) => workflow.steps.map(({ id }) => id);
    expect(ids(moveStepTo(withBranch, 'notify', { list: OWN_STEPS, index: 3 }))).toEqual(['stop', 'wait', 'notify', 'branch']);
    expect(ids(moveStepTo(withBranch, 'wait', { list: OWN_STEPS, index: 0 }))).toEqual(['wait', 'notify', 'stop', 'branch']);
    const inside = moveStepTo(withBranch, 'notify', { list: { owner: 'branch', path: 'way1' }, index: 0 });
    expect([ids(inside), stepsIn(inside, { owner: 'branch', path: 'way1' }).map(({ id }) => id)]).toEqual([['stop', 'wait', 'branch'], ['notify']]);
    expect(moveStepTo(withBranch, 'branch', { list: { owner: 'branch', path: 'way1' }, index: 0 })).toBe(withBranch);
  });
});
