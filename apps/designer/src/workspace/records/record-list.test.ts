import { createRecordList, type ListSource } from './record-list.js';

/** A source of numbered records that notes what it was asked. */
function makeSource(count: number) {
  const asked: string[] = [];
  const source: ListSource = {
    fetchPage: ({ first, after, onlyIds }) => {
      const from = after === null ? 0 : Number(after);
      const to = Math.min(count, from + first);
      asked.push(`${onlyIds ? 'ids' : 'rows'} ${from}-${to}`);
      const nodes = Array.from({ length: to - from }, (_, index) => ({ id: String(from + index), ...(!onlyIds && { name: `n${from + index}` }) }));
      return Promise.resolve({ nodes, hasNextPage: to < count, endCursor: to === from ? null : String(to) });
    },
    fetchRows: (ids) => {
      asked.push(`named ${ids.length}`);
      return Promise.resolve(ids.map((id) => ({ id, name: `n${id}` })));
    },
    fetchCount: () => Promise.resolve(count),
  };
  return { source, asked };
}

const settle = () => new Promise((resolve) => { setTimeout(resolve, 5); });

describe('a list of records', () => {
  it('knows its length before its rows', async () => {
    const list = createRecordList(makeSource(250).source);
    await list.refresh();
    const { rowCount, total, rowAt } = list.getSnapshot();
    expect([rowCount, total, rowAt(99)?.['name'], rowAt(100)]).toEqual([250, 250, 'n99', undefined]);
  });

  it('fetches the next page as people come near its end', async () => {
    const { source, asked } = makeSource(250);
    const list = createRecordList(source);
    await list.refresh();
    list.show(60, 90);
    await settle();
    expect(asked).toEqual(['rows 0-100', 'rows 100-200']);
  });

  it('jumps far down by ids alone and then takes only the rows in sight', async () => {
    const { source, asked } = makeSource(5_000);
    const list = createRecordList(source);
    await list.refresh();
    list.show(4_950, 4_980);
    await settle();
    expect(asked.filter((what) => what.startsWith('ids')).length).toBeLessThanOrEqual(5);
    expect(list.getSnapshot().rowAt(4_960)?.['name']).toBe('n4960');
    expect(list.getSnapshot().rowAt(2_000)).toBeUndefined();
  });

  it('lays new values over a row and takes removed ones out', async () => {
    const list = createRecordList(makeSource(3).source);
    await list.refresh();
    list.patch('1', { name: 'changed' });
    list.remove(new Set(['0']));
    const { rowCount, rowAt } = list.getSnapshot();
    expect([rowCount, rowAt(0)?.['name']]).toEqual([2, 'changed']);
  });

  it('keeps what it shows when it cannot ask again, and says why', async () => {
    const { source } = makeSource(3);
    let isBroken = false;
    const list = createRecordList({ ...source, fetchPage: (wish) => (isBroken ? Promise.reject(new Error('gone')) : source.fetchPage(wish)) });
    await list.refresh();
    isBroken = true;
    await list.refresh();
    const { rowCount, error } = list.getSnapshot();
    expect([rowCount, error?.message]).toEqual([3, 'Error: gone']);
  });
});
