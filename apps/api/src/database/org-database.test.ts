import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import { sql } from 'kysely';
import { DataSource } from 'typeorm';
import { readSettings } from '../config/settings.js';
import type { Org } from '../orgs/org.js';
import { until } from '../testing/until.js';
import { makeDataSourceOptions } from './data-source-options.js';
import { OrgDatabase } from './org-database.js';
import { Pace } from './pace.js';

const org: Org = { id: 'an org', name: 'Org', schema: 'public', timeZone: 'UTC', currency: 'USD', locale: 'en' };

describe('the database of an org', () => {
  let test: TestDatabase;
  let dataSource: DataSource;
  let database: OrgDatabase;

  beforeAll(async () => {
    test = await createTestDatabase('orgdatabase');
    const settings = readSettings({ DATABASE_URL: test.url });
    if (!settings.ok) throw new Error('These settings are right.');
    dataSource = await new DataSource(makeDataSourceOptions(settings.value)).initialize();
    database = new OrgDatabase(dataSource);
    await test.pool.query('create table account (id int primary key, amount int not null)');
    await test.pool.query('insert into account values (1, 100), (2, 100)');
  });
  afterAll(async () => {
    await database.onApplicationShutdown();
    await dataSource.destroy();
    await test.drop();
  });

  const amount = async (id: number) => (await database.session(org).run<{ amount: number }>(sql`select amount from account where id = ${id}`))[0]?.amount;

  it('reads days as text, instants as UTC, safe bigints as numbers and the others as text', async () => {
    const [row] = await database.session(org).run(sql`
      select date '2026-03-01' as day, timestamptz '2026-03-01 08:00+08' as instant, 7::bigint as small, 9007199254740993::bigint as large,
        12.50::numeric as exact, current_setting('TimeZone') as zone, current_setting('jit') as jit`);
    expect(row).toEqual({ day: '2026-03-01', instant: new Date('2026-03-01T00:00:00Z'), small: 7, large: '9007199254740993', exact: '12.50', zone: 'UTC', jit: 'off' });
  });

  it('rolls everything back when the work fails, and tells nobody', async () => {
    const told: string[] = [];
    const work = database.transaction(org, async (tx) => {
      tx.afterCommit(() => told.push('committed'));
      await tx.run(sql`update account set amount = 0 where id = 1`);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await amount(1)).toBe(100);
    expect(told).toEqual([]);
  });

  it('fails the work, not the process, when PostgreSQL ends the connection', async () => {
    const work = database.transaction(org, async (tx) => {
      await tx.run(sql`update account set amount = 0 where id = 1`);
      await test.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`);
      await tx.run(sql`update account set amount = 0 where id = 2`);
    });
    await expect(work).rejects.toThrow();
    expect([await amount(1), await amount(2)]).toEqual([100, 100]);
  });

  /** One that takes the way of what has been quick. */
  const quickPace = () => {
    const pace = new Pace();
    for (let run = 0; run < 20; run += 1) pace.note(0.1);
    return pace;
  };

  describe.each([['on the pool', undefined], ['by look-ups', 'look-up' as const], ['by quick reads', quickPace]])('texts read %s', (_, way) => {
    const read = async (id: number | null, text = 'select amount::text, null::text from account where id = $1') => {
      const row = await database.readBytes({ text, values: [id], name: text.slice(0, 40) }, typeof way === 'function' ? way() : way);
      return row.map((column) => column?.toString() ?? null);
    };

    it('come as PostgreSQL wrote them, each to the one who asked', async () => {
      await expect(read(1)).resolves.toEqual(['100', null]);
      await expect(read(3)).resolves.toEqual([]);
      const many = await Promise.all(Array.from({ length: 200 }, (__, index) => read(index, 'select $1::text')));
      expect(many).toEqual(Array.from({ length: 200 }, (__, index) => [String(index)]));
    });

    it('come whole, however many pieces they come in', async () => {
      const sizes = [0, 1, 8_000, 70_000, 3_000_000];
      const texts = await Promise.all(sizes.map((size) => read(size, "select repeat('王x', $1)")));
      expect(texts.map(([text]) => text === '王x'.repeat((text?.length ?? 0) / 2) && text.length / 2)).toEqual(sizes);
    });

    it('fail alone, and what follows goes on', async () => {
      const [, wrong, right] = await Promise.allSettled([read(1), read(1, 'select nothing from account where id = $1'), read(2)]);
      expect(wrong).toMatchObject({ status: 'rejected', reason: { code: '42703' } });
      expect(right).toEqual({ status: 'fulfilled', value: ['100', null] });
      await expect(read(1, 'select (1 / ($1::int - 1))::text')).rejects.toMatchObject({ code: '22012' });
      await expect(read(2, 'select (1 / ($1::int - 1))::text')).resolves.toEqual(['1']);
    });

    it('come again after PostgreSQL has ended the connections', async () => {
      await read(1);
      await test.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
      // Until this process has heard of it, statements still go into a connection that is gone.
      await until(async () => (await read(1).catch(() => undefined)) !== undefined);
      await expect(read(1)).resolves.toEqual(['100', null]);
    });
  });

  it('answers elsewhere what stands behind a slow statement', async () => {
    const pace = quickPace();
    const ends: string[] = [];
    const read = async (what: string, text: string) => {
      const [answer] = await database.readBytes({ text, values: [what], name: text.slice(0, 40) }, pace);
      ends.push(answer?.toString() ?? '');
    };
    const gate = await test.pool.connect();
    await gate.query('select pg_advisory_lock(7)');
    // As many slow ones as there are connections, and quick ones behind each.
    const slow = Array.from({ length: 4 }, (_, index) => read(`slow ${index}`, 'select $1::text from pg_advisory_xact_lock_shared(7)'));
    const quick = Array.from({ length: 40 }, (_, index) => read(`quick ${index}`, 'select $1::text'));
    await Promise.all(quick);
    expect(ends.filter((what) => what.startsWith('slow'))).toEqual([]);
    await gate.query('select pg_advisory_unlock(7)');
    gate.release();
    await Promise.all(slow);
    expect(ends.toSorted()).toEqual([...Array.from({ length: 40 }, (_, index) => `quick ${index}`), ...Array.from({ length: 4 }, (_, index) => `slow ${index}`)].toSorted());
    expect(pace.isQuick).toBe(false);
  });

  it('tells after the commit, once, when others can see it', async () => {
    const seen: Promise<number | undefined>[] = [];
    await database.transaction(org, async (tx) => {
      await tx.run(sql`update account set amount = 90 where id = 1`);
      tx.afterCommit(() => seen.push(amount(1)));
    });
    expect(await Promise.all(seen)).toEqual([90]);
  });

  it('runs the work again after a deadlock', async () => {
    let attempts = 0;
    const move = (first: number, second: number, bothHoldOne: Promise<void>, holdsOne: () => void) =>
      database.transaction(org, async (tx) => {
        attempts += 1;
        await tx.run(sql`update account set amount = amount + 1 where id = ${first}`);
        holdsOne();
        await bothHoldOne;
        await tx.run(sql`update account set amount = amount + 1 where id = ${second}`);
      });
    let waiting = 2;
    let letGo: () => void = () => undefined;
    const bothHoldOne = new Promise<void>((resolve) => (letGo = resolve));
    const holdsOne = () => void ((waiting -= 1) === 0 && letGo());
    await Promise.all([move(1, 2, bothHoldOne, holdsOne), move(2, 1, bothHoldOne, holdsOne)]);
    expect(attempts).toBe(3);
    expect([await amount(1), await amount(2)]).toEqual([92, 102]);
  });

  it('survives DDL that changes what a kept plan returns', async () => {
    await test.pool.query('create table sheet (value int)');
    const read = { name: 'read-sheet', text: 'select value from sheet', values: [] };
    await database.transaction(org, (tx) => tx.run(read));
    await test.pool.query('alter table sheet alter column value type text using value::text');
    await expect(database.transaction(org, (tx) => tx.run(read))).resolves.toEqual([]);
    await expect(database.session(org).run(read)).resolves.toEqual([]);
  });

  it('keeps platform rows and records in one transaction', async () => {
    const work = database.transactionWithPlatform(org, async (tx, platform) => {
      await tx.run(sql`update account set amount = 0 where id = 1`);
      expect(await platform.query('select amount from account where id = 1')).toEqual([{ amount: 0 }]);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await amount(1)).toBe(92);
  });

  it('ends a statement that takes too long and gives the connection back', async () => {
    const work = database.transaction(org, (tx) => tx.run(sql`select pg_sleep(5)`), { statementTimeout: 50 });
    await expect(work).rejects.toMatchObject({ code: '57014' });
    expect(database.pool.idleCount).toBe(database.pool.totalCount);
  });
});
