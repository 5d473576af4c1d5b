import type { WorkflowDraft } from '../automation-types.js';
import { noEdits, noteEdit, redoEdit, undoEdit } from './edit-history.js';
import { insertStep, OWN_STEPS } from './workflow-edits.js';

const titled = (title: string): WorkflowDraft => ({ kind: 'workflow', name: 'w', title, object: 'Customer', trigger: { created: {} }, guanxi: {}, steps: [] });

describe('the history of an edited workflow', () => {
  it('goes back and forth', () => {
    const history = noteEdit(noteEdit(noEdits, titled('a'), titled('b'), 1_000), titled('b'), titled('c'), 5_000);
    const back = undoEdit(history, titled('c'));
    expect(back?.workflow.title).toBe('b');
    expect(back && redoEdit(back.history, back.workflow)?.workflow.title).toBe('c');
    expect(undoEdit(noEdits, titled('a'))).toBeNull();
  });

  it('takes what is typed in one go as one edit, but never a step with it', () => {
    const typed = noteEdit(noteEdit(noEdits, titled('a'), titled('ab'), 1_000), titled('ab'), titled('abc'), 1_100);
    expect(typed.done.map(({ title }) => title)).toEqual(['a']);
    const added = insertStep(titled('abc'), { list: OWN_STEPS, index: 0 }, 'stop').workflow;
    expect(noteEdit(typed, titled('abc'), added, 1_200).done).toHaveLength(2);
  });

  it('forgets what was undone as soon as something else is done', () => {
    const back = undoEdit(noteEdit(noEdits, titled('a'), titled('b'), 1_000), titled('b'));
    expect(back && noteEdit(back.history, titled('a'), titled('c'), 1_001).undone).toEqual([]);
  });
});
