import { customer } from '../testing/sample-workspace.js';
import { arrangedColumns, changeColumn, moveColumn, readColumns } from './list-column.js';

const names = (columns: readonly { readonly name: string }[]) => columns.map(({ name }) => name).join(' ');

describe('the columns of a list', () => {
  it('begin with the name, then those that stay in sight; unknown and repeated ones are left out', () => {
    expect(names(arrangedColumns(customer, [{ name: 'status' }, { name: 'gone' }, { name: 'notes', isPinned: true }, { name: 'status' }]))).toBe('name notes status');
  });
  it('are those of the layout where nobody has arranged them', () => {
    expect(names(arrangedColumns(customer, null))).toBe('name status createdAt');
  });
  it('move before another one or to the end', () => {
    const columns = [{ name: 'name' }, { name: 'a' }, { name: 'b' }, { name: 'c' }];
    expect(names(moveColumn(columns, 'c', 'a'))).toBe('name c a b');
    expect(names(moveColumn(columns, 'a', null))).toBe('name b c a');
    expect(names(moveColumn(columns, 'a', 'gone'))).toBe('name a b c');
  });
  it('lose what a change takes away', () => {
    expect(changeColumn([{ name: 'a', isPinned: true, width: 90 }], 'a', { isPinned: undefined, width: 120 })).toEqual([{ name: 'a', width: 120 }]);
  });
  it('are read from what was kept, in its older form too', () => {
    expect(readColumns(['name', { name: 'a', width: 90, total: 'sum', more: 1 }, 4, { width: 2 }])).toEqual([{ name: 'name' }, { name: 'a', width: 90, total: 'sum' }]);
    expect(readColumns('name')).toBeUndefined();
  });
});
