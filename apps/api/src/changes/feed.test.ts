import { randomUUID } from 'node:crypto';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { OrgDatabase } from '../database/org-database.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { until } from '../testing/until.js';
import { BEGINNING, readCursor, writeCursor, type FeedPosition } from './cursor.js';
import { ChangeFeed, type FeedRow } from './feed.js';
import { FeedHub } from './feed-hub.js';

const writers = 8;
const transactions = 40;

describe('the feed under many writers', () => {
  let test: TestApp;
  let feed: ChangeFeed;
  let database: OrgDatabase;

  beforeAll(async () => {
    test = await startTestApp('change feed', { GUANXI_POOL_SIZE: '20' });
    [feed, database] = [test.app.get(ChangeFeed), test.app.get(OrgDatabase)];
  });
  afterAll(() => test.close());

  const records = Array.from({ length: 20 }, () => randomUUID());
  const history = () => orgTable(test.org.schema, 'history');

  /** Transactions of random length that change the same records in turn; a third of them is rolled back. */
  const write = async (writer: number): Promise<void> => {
    for (let count = 0; count < transactions; count += 1) {
      const work = database.transaction(test.org, async (tx) => {
        for (let row = 0; row <= Math.random() * 4; row += 1) {
          const record = records[Math.floor(Math.random() * records.length)] ?? '';
          await tx.run(sql`select pg_advisory_xact_lock(hashtext(${record}))`);
          await tx.run(sql`insert into ${history()} (object, record_id, kind, changes, source, at) values ('thing', ${record}::uuid, 'updated', ${JSON.stringify({ by: [null, writer] })}::jsonb, 'api', clock_timestamp())`);
          if (Math.random() < 0.5) await rest(Math.random() * 8);
        }
        if (Math.random() < 0.33) throw new Error('rolled back');
      });
      await work.catch((error: Error & { code?: string }) => {
        if (error.message !== 'rolled back' && error.code !== '40P01') throw error;
      });
    }
  };

  it('tells every committed change once and in the order of each record, however often its reader dies', async () => {
    let isWriting = true;
    const writing = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer))).finally(() => (isWriting = false));
    const read: FeedRow[] = [];
    let kept = writeCursor('00000000', BEGINNING);
    let lives = 0;
    for (let hasMore = true; isWriting || hasMore; ) {
      // Each life begins with what the one before kept, and ends at any moment: what it had read but not kept is read again by the next.
      lives += 1;
      // Asked before the read: the last transaction may commit behind its snapshot.
      const wasWriting = isWriting;
      const life = (async (): Promise<readonly [readonly FeedRow[], string, boolean]> => {
        const page = await feed.read(test.org, readCursor(kept)?.position ?? BEGINNING, 1 + Math.floor(Math.random() * 30));
        return [page.rows, writeCursor('00000000', page.end), page.hasMore];
      })();
      const killed = Math.random() < 0.3;
      const [rows, cursor, more] = await life;
      if (!killed) {
        read.push(...rows);
        kept = cursor;
      }
      hasMore = wasWriting || killed || more || rows.length > 0;
    }
    await writing;
    const committed = await database.session(test.org).run<{ id: string; record: string }>(sql`select h.id::text as id, record_id as record from ${history()} h order by h.id`);
    expect(lives).toBeGreaterThan(20);
    expect(read).toHaveLength(committed.length);
    expect(new Set(read.map(({ id }) => id))).toEqual(new Set(committed.map(({ id }) => id)));
    for (const record of records) {
      const told = read.filter(({ recordId }) => recordId === record).map(({ id }) => id);
      expect(told).toEqual(committed.filter((row) => row.record === record).map(({ id }) => id));
    }
  }, 120_000);

  it('gives all followers everything after their cursor, once, while it is written', async () => {
    const hub = test.app.get(FeedHub);
    const from = await feed.head(test.org);
    const over = new AbortController();
    const follow = async (start: FeedPosition, seen: FeedRow[]) => {
      for await (const { rows } of hub.follow(test.org, start, over.signal)) seen.push(...rows);
    };
    const before = await count();
    const seen: FeedRow[][] = [[], [], []];
    const following = seen.map((list) => follow(from, list));
    await Promise.all(Array.from({ length: 3 }, (_, writer) => write(writer)));
    // Comes late, and begins at the very beginning.
    const late: FeedRow[] = [];
    following.push(follow(BEGINNING, late));
    const all = await count();
    await until(() => seen.every((list) => list.length >= all - before) && late.length >= all);
    await rest(100);
    over.abort();
    await Promise.all(following);
    for (const list of [...seen, late]) {
      expect(list).toHaveLength(list === late ? all : all - before);
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
      expect(inOrderOfEachRecord(list)).toBe(true);
    }
  }, 60_000);

  it('does not wait for a long transaction, and tells what it wrote when it ends', async () => {
    const head = await feed.head(test.org);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let begun = (): void => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    const insert = (name: string) => sql`insert into ${history()} (object, record_id, kind, changes, source, at) values (${name}, ${randomUUID()}::uuid, 'created', '{}', 'api', now())`;
    const long = database.transaction(test.org, async (tx) => {
      await tx.run(insert('long'));
      begun();
      await held;
    });
    await started;
    await database.session(test.org).run(insert('short'));
    const during = await feed.read(test.org, head, 10);
    expect(during.rows.map(({ object }) => object)).toEqual(['short']);
    release();
    await long;
    const after = await feed.read(test.org, readCursor(writeCursor('00000000', during.end))?.position ?? BEGINNING, 10);
    expect(after.rows.map(({ object }) => object)).toEqual(['long']);
  });

  const count = async (): Promise<number> => {
    const [row] = await database.session(test.org).run<{ count: number }>(sql`select count(*)::int as count from ${history()}`);
    return row?.count ?? 0;
  };
});

/** The history's ids grow with each change of one record. */
function inOrderOfEachRecord(rows: readonly FeedRow[]): boolean {
  const last = new Map<string, bigint>();
  return rows.every(({ recordId, id }) => {
    const before = last.get(recordId) ?? 0n;
    last.set(recordId, BigInt(id));
    return before < BigInt(id);
  });
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
