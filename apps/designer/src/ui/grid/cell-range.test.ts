import { rangeBetween, readCells, writeCells } from './cell-range.js';

describe('cells as text', () => {
  it('are read from lines and tabs, whichever system ended the lines', () => {
    expect(readCells('a\tb\r\nc\td\r\n')).toEqual([['a', 'b'], ['c', 'd']]);
  });
  it('keep tabs, line breaks and quotes within quotes', () => {
    const cells = [['two\nlines', 'a "word"', 'tab\there', ''], ['plain', '1,200.50', '', 'end']];
    expect(readCells(writeCells(cells))).toEqual(cells);
  });
  it('may be one cell, or a blank one', () => {
    expect(readCells('Taipei')).toEqual([['Taipei']]);
    expect(readCells('')).toEqual([['']]);
  });
});

describe('a range', () => {
  it('is the same in whichever direction it was drawn', () => {
    const range = { fromRow: 2, toRow: 5, fromColumn: 1, toColumn: 3 };
    expect(rangeBetween({ row: 5, column: 1 }, { row: 2, column: 3 })).toEqual(range);
    expect(rangeBetween({ row: 2, column: 3 }, { row: 5, column: 1 })).toEqual(range);
  });
});
