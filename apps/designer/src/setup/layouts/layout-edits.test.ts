import type { LayoutDocument } from '@guanxi/metadata';
import { addSection, changeCell, findCell, moveSection, placeField, removeSection, stepField, takeField } from './layout-edits.js';

const layout: LayoutDocument = {
  kind: 'layout', name: 'Customer', object: 'Customer', guanxi: { id: 'l' },
  sections: [{ columns: 2, cells: [{ field: 'a' }, { field: 'b', wide: true }, { field: 'c' }] }, { title: 'More', columns: 1, cells: [{ field: 'd' }] }],
};
const fields = (of: LayoutDocument | undefined) => of?.sections.map(({ cells }) => cells.map(({ field }) => field).join('')).join('|');

it('places a field once, wherever it stood, with what was said of it', () => {
  expect(fields(placeField(layout, 'x', { section: 0, index: 1 }))).toBe('axbc|d');
  expect(fields(placeField(layout, 'a', { section: 0, index: 3 }))).toBe('bca|d');
  expect(fields(placeField(layout, 'c', { section: 0, index: 0 }))).toBe('cab|d');
  const moved = placeField(layout, 'b', { section: 1, index: 1 });
  expect(fields(moved)).toBe('ac|db');
  expect(moved.sections[1]?.cells[1]).toEqual({ field: 'b', wide: true });
});

it('steps over the border of a section, and stops at the ends', () => {
  expect(fields(stepField(layout, 'a', 1))).toBe('bac|d');
  expect(fields(stepField(layout, 'b', -1))).toBe('bac|d');
  expect(fields(stepField(layout, 'c', 1))).toBe('ab|cd');
  expect(fields(stepField(layout, 'd', -1))).toBe('abcd|');
  expect(stepField(layout, 'a', -1)).toBeUndefined();
  expect(stepField(layout, 'd', 1)).toBeUndefined();
});

it('writes down only what says something', () => {
  expect(changeCell(changeCell(layout, 'b', { wide: false }), 'a', { visibleWhen: '' }).sections[0]?.cells).toEqual([{ field: 'a' }, { field: 'b' }, { field: 'c' }]);
});

it('adds, moves and removes sections', () => {
  expect(fields(addSection(layout, 0))).toBe('abc||d');
  expect(fields(moveSection(layout, 0, 1))).toBe('d|abc');
  expect(moveSection(layout, 0, 5)).toBe(layout);
  expect(fields(removeSection(layout, 0))).toBe('d');
  expect(findCell(takeField(layout, 'd'), 'd')).toBeUndefined();
});
