import { groupByFolder, type WorkflowRow } from './list-workflows.js';

const row = (name: string, folder?: string) => ({ workflow: { name, ...(folder !== undefined && { folder }) }, state: null, hasChanges: false }) as unknown as WorkflowRow;
const told = (rows: readonly WorkflowRow[]) => groupByFolder(rows).map((group) => [group.folder, group.rows.map(({ workflow }) => workflow.name)]);

it('puts workflows into folders by name, those without one last, each in the order of the list', () => {
  expect(told([row('a'), row('b', 'Service'), row('c', 'Sales'), row('d', 'Service'), row('e')])).toEqual([['Sales', ['c']], ['Service', ['b', 'd']], [null, ['a', 'e']]]);
});

it('has no empty folders', () => {
  expect(told([row('a')])).toEqual([[null, ['a']]]);
  expect(told([row('a', 'Sales')])).toEqual([['Sales', ['a']]]);
  expect(told([])).toEqual([]);
});
