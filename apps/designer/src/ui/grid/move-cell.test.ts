import { moveCell } from './move-cell.js';

const press = (key: string, from = { row: 5, column: 2 }, change = {}) =>
  moveCell(from, { key, hasMod: false, rowCount: 100, columnCount: 4, pageSize: 20, singleKeys: true, ...change });

describe('the keys of the grid', () => {
  it('move by one cell', () => {
    expect(press('ArrowDown')).toEqual({ row: 6, column: 2 });
    expect(press('ArrowLeft')).toEqual({ row: 5, column: 1 });
  });
  it('stop at the edges', () => {
    expect(press('ArrowRight', { row: 5, column: 3 })).toEqual({ row: 5, column: 3 });
    expect(press('PageDown', { row: 95, column: 0 })).toEqual({ row: 99, column: 0 });
  });
  it('reach the head with the arrow, but not with Page Up or K', () => {
    expect(press('ArrowUp', { row: 0, column: 1 })).toEqual({ row: -1, column: 1 });
    expect(press('PageUp', { row: 3, column: 1 })).toEqual({ row: 0, column: 1 });
    expect(press('k', { row: 0, column: 1 })).toEqual({ row: 0, column: 1 });
  });
  it('go to the first and last cell with the command key', () => {
    expect(press('Home', undefined, { hasMod: true })).toEqual({ row: 0, column: 0 });
    expect(press('End', undefined, { hasMod: true })).toEqual({ row: 99, column: 3 });
  });
  it('leave letters alone when single-letter shortcuts are off', () => {
    expect(press('j')).toEqual({ row: 6, column: 2 });
    expect(press('j', undefined, { singleKeys: false })).toBeNull();
  });
});
