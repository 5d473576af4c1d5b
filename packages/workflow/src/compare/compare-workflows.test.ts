import type { WorkflowStep } from '@guanxi/metadata';
import fc from 'fast-check';
import { compareWorkflows, isSameWorkflow } from './compare-workflows.js';

const step = (id: string, more: Partial<WorkflowStep> = {}): WorkflowStep => ({ id, action: 'notify', input: { to: 'owner' }, ...more });
const workflow = (steps: readonly WorkflowStep[], more: object = {}) => ({ title: 'W', object: 'Customer', trigger: { created: {} }, steps, ...more });
const events = (before: readonly WorkflowStep[], after: readonly WorkflowStep[]) => compareWorkflows(workflow(before), workflow(after)).steps.map(({ id, event }) => `${event} ${id}`);

describe('comparing two versions of a workflow', () => {
  it('tells which of its parts are different', () => {
    const { parts } = compareWorkflows(workflow([]), workflow([], { title: 'Other', when: 'active', trigger: { updated: { fields: ['name'] } } }));
    expect(parts).toEqual([
      { part: 'title', before: 'W', after: 'Other' },
      { part: 'trigger', before: { created: {} }, after: { updated: { fields: ['name'] } } },
      { part: 'when', after: 'active' },
    ]);
  });

  it('tells of steps that came, went and were changed, each where it is or was', () => {
    expect(events([step('a'), step('b'), step('c')], [step('a', { title: 'First' }), step('c'), step('d')])).toEqual(['changed a', 'removed b', 'same c', 'added d']);
  });

  it('names the values of a step that are different', () => {
    const [difference] = compareWorkflows(workflow([step('a', { input: { to: 'owner', text: "'Hi'" } })]), workflow([step('a', { title: 'Tell', input: { to: 'createdBy', text: "'Hi'" } })])).steps;
    expect(difference?.values).toEqual([{ name: 'title', after: 'Tell' }, { name: 'input.to', before: 'owner', after: 'createdBy' }]);
  });

  it('finds the one step that went around the others', () => {
    expect(events([step('a'), step('b'), step('c')], [step('b'), step('c'), step('a')])).toEqual(['same b', 'same c', 'moved a']);
  });

  it('looks into ways, and sees a step that went from one to another', () => {
    const branch = (yes: readonly WorkflowStep[], otherwise: readonly WorkflowStep[]) => step('branch', { action: 'branch', input: { cases: [] }, paths: { yes, otherwise } });
    const { steps } = compareWorkflows(workflow([branch([step('a'), step('b')], [])]), workflow([branch([step('b')], [step('a')])]));
    expect(steps.map(({ id, event, depth }) => [id, event, depth])).toEqual([['branch', 'same', 0], ['b', 'same', 1], ['a', 'moved', 1]]);
  });

  it('says nothing of keys in another order', () => {
    expect(isSameWorkflow(workflow([step('a', { input: { to: 'owner', text: 'x' } })]), workflow([step('a', { input: { text: 'x', to: 'owner' } })]))).toBe(true);
  });

  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 7 });
  it('names each step of both versions once, and nothing differs from itself', () => {
    fc.assert(fc.property(ids, ids, (before, after) => {
      const { steps } = compareWorkflows(workflow(before.map((id) => step(id))), workflow(after.map((id) => step(id))));
      expect(steps.map(({ id }) => id).sort()).toEqual([...new Set([...before, ...after])].sort());
      expect(steps.filter(({ event }) => event === 'added').map(({ id }) => id)).toEqual(after.filter((id) => !before.includes(id)));
      expect(isSameWorkflow(workflow(before.map((id) => step(id))), workflow(before.map((id) => step(id))))).toBe(true);
    }));
  });
});
