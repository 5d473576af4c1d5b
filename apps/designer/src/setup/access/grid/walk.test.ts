import { chosenSpots, takeColumn, walk, type Walk } from './walk.js';

const size = { rows: 4, columns: 3 };
const at = (row: number, column: number): Walk => ({ at: { row, column }, from: { row, column } });
const plain = { extending: false, far: false };

it('goes by arrows and stays inside', () => {
  expect(walk(at(1, 1), 'ArrowDown', size, plain)).toEqual(at(2, 1));
  expect(walk(at(0, 0), 'ArrowUp', size, plain)).toEqual(at(0, 0));
  expect(walk(at(1, 1), 'End', size, plain)).toEqual(at(1, 2));
  expect(walk(at(1, 1), 'ArrowDown', size, { extending: false, far: true })).toEqual(at(3, 1));
  expect(walk(at(1, 1), 'x', size, plain)).toBeUndefined();
});

it('takes what lies between where shift was pressed and where the keys are, the latter first', () => {
  const walked = walk(at(1, 1), 'ArrowRight', size, { extending: true, far: false }) ?? at(0, 0);
  const longer = walk(walked, 'ArrowDown', size, { extending: true, far: false }) ?? at(0, 0);
  expect(chosenSpots(longer, false, size)).toEqual([{ row: 2, column: 2 }, { row: 1, column: 1 }, { row: 1, column: 2 }, { row: 2, column: 1 }]);
});

it('takes a whole column', () => {
  expect(chosenSpots(takeColumn(at(2, 1), size), true, size).map(({ row, column }) => [row, column])).toEqual([[2, 1], [0, 1], [1, 1], [3, 1]]);
});
