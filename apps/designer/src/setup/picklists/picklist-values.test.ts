import { addLabels, changeValue, moveValue, relabel, sortValues, splitLabels } from './picklist-values.js';

describe('values of a picklist', () => {
  const values = addLabels([], ['Open', 'In progress', 'Open', ' ', '已完成']);

  it('are made of labels, each once', () => {
    expect(values.map(({ value }) => value)).toEqual(['open', 'in_progress', '已完成']);
  });

  it('follow their label until a record can hold them', () => {
    expect(relabel(values, 0, 'Opened', false)[0]).toMatchObject({ value: 'opened', label: 'Opened' });
    expect(relabel(values, 0, 'Opened', true)[0]).toMatchObject({ value: 'open', label: 'Opened' });
  });

  it('move', () => {
    expect(moveValue(values, 2, 0).map(({ value }) => value)).toEqual(['已完成', 'open', 'in_progress']);
  });

  it('come from many lines, or from one line with separators', () => {
    expect([splitLabels('a, b\nc'), splitLabels('a、b; c')]).toEqual([['a, b', 'c'], ['a', 'b', 'c']]);
  });

  it('say that they are offered no more, and nothing when they are', () => {
    const hidden = changeValue(values, 0, { active: false });
    expect(hidden[0]).toMatchObject({ active: false });
    expect(changeValue(hidden, 0, { active: undefined } as never)).toEqual(values);
  });

  it('are sorted as the reader sorts', () => {
    expect(sortValues(addLabels([], ['Item 10', 'item 9', 'Apple']), 'en').map(({ label }) => label)).toEqual(['Apple', 'item 9', 'Item 10']);
  });
});
