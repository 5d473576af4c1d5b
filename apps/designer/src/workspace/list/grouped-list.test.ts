import { createRecordList } from '../records/record-list.js';
import { layGroups, neighboursInGroups, type GroupSection } from './grouped-list.js';

const listOf = async (name: string, count: number) => {
  const nodes = Array.from({ length: count }, (_, index) => ({ id: `${name}${index}` }));
  const list = createRecordList({ fetchPage: () => Promise.resolve({ nodes, hasMore: false, cursor: null }), fetchRows: () => Promise.resolve([]), fetchCount: () => Promise.resolve(count) });
  await list.refresh();
  return list;
};

describe('a grouped list', () => {
  it('has a head for each group and its records below, unless it is closed', async () => {
    const rows = layGroups([
      { key: 'a', count: 2, isOpen: true, list: await listOf('a', 2) }, { key: 'b', count: 5, isOpen: false, list: await listOf('b', 5) }, { key: 'c', count: 1, isOpen: true, list: await listOf('c', 1) },
    ]);
    const drawn = Array.from({ length: rows.rowCount }, (_, index) => rows.rowAt(index)?.id ?? `[${rows.placeAt(index)?.section.key}]`);
    expect(drawn).toEqual(['[a]', 'a0', 'a1', '[b]', '[c]', 'c0']);
    expect(rows.placeAt(6)).toBeUndefined();
  });
  it('is nothing without groups', () => {
    expect(layGroups([])).toMatchObject({ rowCount: 0 });
    expect(layGroups([]).placeAt(0)).toBeUndefined();
  });
});

it('goes from the last record of a group to the first of the next open one', () => {
  const section = (key: string, ids: readonly string[], more: object = {}) => ({ key, count: ids.length, isOpen: true, list: { getSnapshot: () => ({ idAt: (index: number) => ids[index], placeOf: (id: string) => ids.indexOf(id) }) }, ...more }) as unknown as GroupSection;
  const sections = [section('a', ['1', '2']), section('closed', ['3'], { isOpen: false }), section('b', ['4', '5'], { count: 4 })];
  expect(neighboursInGroups(sections, '2')).toEqual({ position: 2, count: 6, previous: '1', next: '4' });
  expect(neighboursInGroups(sections, '4')).toEqual({ position: 3, count: 6, previous: '2', next: '5' });
  expect(neighboursInGroups(sections, '5')).toEqual({ position: 4, count: 6, previous: '4' });
  expect(neighboursInGroups(sections, '3')).toEqual({});
});
