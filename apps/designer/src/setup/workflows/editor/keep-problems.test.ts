import type { WorkflowDraft } from '../automation-types.js';
import { keepProblems } from './keep-problems.js';

const flow = (steps: readonly object[], more: object = {}) => ({ title: 'A', trigger: { created: {} }, steps, ...more }) as unknown as WorkflowDraft;
const mail = { id: 'mail', action: 'sendEmail', input: {} };
const at = (...paths: string[]) => paths.map((path) => ({ path, code: 'x', message: path }));
const kept = (problems: ReturnType<typeof at>, before: WorkflowDraft, after: WorkflowDraft) => keepProblems(problems, before, after).map(({ path }) => path);

describe('what the server found wrong', () => {
  const problems = at('/0/steps/0/input/to', '/0/steps/0/input/subject', '/0/when');
  it('stays where an edit has not touched it', () => {
    expect(kept(problems, flow([mail]), flow([{ ...mail, input: { to: 'owner' } }]))).toEqual(['/0/steps/0/input/subject', '/0/when']);
    expect(kept(problems, flow([mail], { when: '1' }), flow([mail], { when: '2' }))).toEqual(['/0/steps/0/input/to', '/0/steps/0/input/subject']);
  });
  it('goes with the step that it was about, also where another one comes to its place', () => {
    expect(kept(problems, flow([mail]), flow([]))).toEqual(['/0/when']);
    expect(kept(problems, flow([mail]), flow([{ ...mail, id: 'other' }]))).toEqual(['/0/when']);
    expect(kept(at('/workflow:a/steps/0/paths/yes/0/input'), flow([{ id: 'b', paths: { yes: [mail] } }]), flow([{ id: 'b', paths: { yes: [] } }]))).toEqual([]);
  });
});
