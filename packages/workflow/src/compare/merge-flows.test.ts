import type { WorkflowStep } from '@guanxi/metadata';
import { mergeFlows } from './merge-flows.js';

const step = (id: string, paths?: Record<string, readonly WorkflowStep[]>): WorkflowStep => ({ id, action: paths ? 'branch' : 'notify', input: {}, ...(paths && { paths }) });
const said = (steps: readonly WorkflowStep[]): string => steps.map(({ id, paths }) => id + (paths ? `(${Object.entries(paths).map(([path, inner]) => `${path}: ${said(inner)}`).join('; ')})` : '')).join(' ');
const merged = (before: readonly WorkflowStep[], after: readonly WorkflowStep[]) => said(mergeFlows({ steps: before }, { steps: after }));

describe('a drawing of two versions', () => {
  it('has steps that are gone behind those that they stood behind', () => {
    expect(merged([step('x'), step('a'), step('b'), step('c')], [step('a'), step('d'), step('c')])).toBe('x a b d c');
  });

  it('has a step that went elsewhere once, where it is now', () => {
    expect(merged([step('a'), step('branch', { yes: [step('b')], no: [] })], [step('branch', { yes: [], no: [step('a'), step('b')] })])).toBe('branch(yes: ; no: a b)');
  });

  it('looks into ways', () => {
    expect(merged([step('branch', { yes: [step('a'), step('b')] })], [step('branch', { yes: [step('b'), step('c')] })])).toBe('branch(yes: a b c)');
  });

  it('has what stood in a step that is gone, but for what came out of it', () => {
    expect(merged([step('branch', { yes: [step('a'), step('b')] }), step('c')], [step('b'), step('c')])).toBe('branch(yes: a) b c');
  });

  it('is the later version where nothing is gone', () => {
    expect(merged([step('a')], [step('b'), step('a')])).toBe('b a');
  });
});
