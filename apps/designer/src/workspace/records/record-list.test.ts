import { createRecordList, type ListSource } from './record-list.js';

/** A source of numbered records that notes what it was asked. */
function makeSource(count: number) {
  const asked: string[] = [];
  const source: ListSource = {
    fetchPage: ({ size, cursor, isBackwards, onlyIds }) => {
      const at = cursor === null ? (isBackwards ? count : 0) : Number(cursor);
      const [from, to] = isBackwards ? [Math.max(0, at - size), at] : [at, Math.min(count, at + size)];
      asked.push(`${onlyIds ? 'ids' : 'rows'} ${from}-${to}`);
      const nodes = Array.from({ length: to - from }, (_, index) => ({ id: String(from + index), ...(!onlyIds && { name: `n${from + index}` }) }));
      return Promise.resolve({ nodes, hasMore: isBackwards ? from > 0 : to < count, cursor: to === from ? null : String(isBackwards ? from : to) });
    },
    fetchRows: (ids) => {
      asked.push(`named ${ids.length}`);
      return Promise.resolve(ids.map((id) => ({ id, name: `n${id}` })));
    },
    fetchCount: () => Promise.resolve(count),
  };
  return { source, asked };
}

/** Microtasks alone would wait for ever on a broken list. */
async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isSo(); tries += 1) await settle();
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
    expect(asked).toEqual(['rows 0-100', 'rows 100-200', 'rows 200-250']);
  });

  it('jumps far down by ids alone and then takes only the rows in sight', async () => {
    const { source, asked } = makeSource(5_000);
    const list = createRecordList(source);
    await list.refresh();
    list.show(2_900, 2_930);
    await settle();
    expect(asked.filter((what) => what.startsWith('ids')).length).toBeLessThanOrEqual(5);
    expect(list.getSnapshot().rowAt(2_910)?.['name']).toBe('n2910');
    expect(list.getSnapshot().rowAt(1_500)).toBeUndefined();
  });

  it('comes to its end from there, and to its middle from the nearer side', async () => {
    const { source, asked } = makeSource(100_000);
    const list = createRecordList(source);
    await list.refresh();
    list.show(99_980, 99_999);
    await settle();
    expect(asked.length).toBeLessThanOrEqual(3);
    expect([list.getSnapshot().rowAt(99_990)?.['name'], list.getSnapshot().placeOf('99990'), list.getSnapshot().rowCount]).toEqual(['n99990', 99_990, 100_000]);
    list.show(60_000, 60_030);
    await until(() => list.getSnapshot().rowAt(60_010) !== undefined);
    expect(list.getSnapshot().rowAt(60_010)?.['name']).toBe('n60010');
    expect(asked.length).toBeLessThanOrEqual(3 + 40 + 2);
  });

  it('is one list where both ends have met, with every record once', async () => {
    const { source } = makeSource(9_000);
    const list = createRecordList(source);
    await list.refresh();
    for (const at of [8_990, 5_000, ...Array.from({ length: 60 }, (_, index) => index * 150)]) {
      list.show(at, at + 9);
      await until(() => list.getSnapshot().rowAt(at + 5) !== undefined);
    }
    const { idAt, rowCount } = list.getSnapshot();
    expect(Array.from({ length: rowCount }, (_, index) => idAt(index))).toEqual(Array.from({ length: 9_000 }, (_, index) => String(index)));
  });

  it('lets rows far away go, but not those with values of this page alone', async () => {
    const { source } = makeSource(20_000);
    const list = createRecordList(source);
    await list.refresh();
    list.patch('3', { name: 'typed' });
    for (let at = 0; at < 19_900; at += 80) {
      list.show(at, at + 40);
      await until(() => list.getSnapshot().rowAt(at + 40) !== undefined);
    }
    const { rowAt } = list.getSnapshot();
    expect([rowAt(3)?.['name'], rowAt(4), rowAt(19_800)?.['name']]).toEqual(['typed', undefined, 'n19800']);
    expect(Array.from({ length: 20_000 }, (_, index) => rowAt(index)).filter((row) => row !== undefined).length).toBeLessThan(5_500);
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
