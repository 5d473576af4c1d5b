import type { StatedDocument } from './document-types.js';
import { describeEdit, isUntouched, noHistory, remember } from './draft-history.js';

const view = (id: string, title: string, state: StatedDocument['state'] = 'PUBLISHED') =>
  ({ kind: 'view', name: id, state, document: { kind: 'view', name: id, title, object: 'Order', columns: ['number'], guanxi: { id } } }) as StatedDocument;

describe('the history of a draft', () => {
  it('knows what puts an edit back and what makes it again', () => {
    const before = [view('a', 'A'), view('b', 'B')];
    const after = [view('a', 'A'), view('b', 'Other', 'CHANGED'), view('c', 'C', 'CREATED')];
    const entry = describeEdit(before, after);
    expect(entry?.back).toEqual({ documents: [before[1]?.document], remove: [{ kind: 'view', name: 'c' }] });
    expect(entry?.again).toEqual({ documents: [after[1]?.document, after[2]?.document], remove: [] });
  });

  it('brings a removed document back', () => {
    const entry = describeEdit([view('a', 'A')], [view('a', 'A', 'REMOVED')]);
    expect(entry?.back).toMatchObject({ documents: [{ name: 'a' }], remove: [] });
    expect(entry?.again).toMatchObject({ documents: [], remove: [{ kind: 'view', name: 'a' }] });
  });

  it('has nothing to say of an edit that changed nothing', () => {
    expect(describeEdit([view('a', 'A')], [view('a', 'A')])).toBeNull();
  });

  it('does not take an edit back over a later change of somebody else', () => {
    const entry = describeEdit([view('a', 'A')], [view('a', 'B', 'CHANGED')])!;
    expect(isUntouched(entry, [view('a', 'B', 'CHANGED')])).toBe(true);
    expect(isUntouched(entry, [view('a', 'C', 'CHANGED')])).toBe(false);
  });

  it('forgets what was undone as soon as something else is done', () => {
    const entry = describeEdit([view('a', 'A')], [view('a', 'B', 'CHANGED')])!;
    expect(remember({ ...noHistory, undone: [entry] }, entry)).toEqual({ done: [entry], undone: [] });
  });
});
