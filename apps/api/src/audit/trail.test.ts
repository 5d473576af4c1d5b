import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { Trail } from './trail.js';
import { TrailRetention } from './trail-retention.js';
import { TrailVerifier } from './trail-verifier.js';

const NASTY = { quote: '"\\\n\u2028\u001f', 字: '關係', nothing: null, deep: [{ z: 1, a: '\u0000\ud800' }] };

describe('the trail', () => {
  let test: TestApp;
  let trail: Trail;
  let verifier: TrailVerifier;

  beforeAll(async () => {
    test = await startTestApp('trail');
    trail = test.app.get(Trail, { strict: false });
    verifier = test.app.get(TrailVerifier, { strict: false });
  });
  afterAll(() => test.close());

  const run = (text: string, values: unknown[] = []) => test.database.pool.query<Record<string, unknown>>(text, values);
  /** A chain of its own with so many entries. */
  const makeChain = async (entries: number) => {
    const orgId = randomUUID();
    for (let index = 1; index <= entries; index += 1) {
      await trail.note({ orgId, actorId: randomUUID(), kind: 'exported', subject: { kind: 'export', id: String(index), name: `List ${index}` }, detail: { ...NASTY, index }, address: '203.0.113.7', userAgent: 'A "browser"' });
    }
    return orgId;
  };
  /** As somebody would who has the whole database in hand. */
  const tamper = async (...statements: readonly string[]) => {
    const client = await test.database.pool.connect();
    try {
      await client.query("set session_replication_role = 'replica'");
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.query("set session_replication_role = 'origin'");
      client.release();
    }
  };

  it('verifies, whatever stands in it, and whoever writes at the same time', async () => {
    const orgId = await makeChain(3);
    await Promise.all(Array.from({ length: 60 }, () => trail.note({ orgId, actorId: null, kind: 'signedIn' })));
    const source = test.app.get(DataSource);
    await Promise.all(Array.from({ length: 8 }, () => source.transaction((platform) => trail.note({ orgId, actorId: null, kind: 'signedOut' }, platform))));
    expect(await verifier.verify(orgId)).toMatchObject({ entries: 71, seq: '71', broken: null });
    expect(await verifier.verify('installation')).toMatchObject({ broken: null });
  });

  it('takes an entry back with the transaction that it belongs to, and leaves no gap', async () => {
    const orgId = await makeChain(1);
    const failing = test.app.get(DataSource).transaction(async (platform) => {
      await trail.note({ orgId, actorId: null, kind: 'userCreated' }, platform);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await trail.note({ orgId, actorId: null, kind: 'signedIn' });
    expect(await verifier.verify(orgId)).toMatchObject({ entries: 2, seq: '2', broken: null });
  });

  it('is not changed, emptied or removed by anybody who works through the database as we do', async () => {
    const orgId = await makeChain(2);
    for (const statement of [
      `update guanxi.trail set kind = 'signedIn' where org_id = '${orgId}'`, `delete from guanxi.trail where org_id = '${orgId}'`, 'truncate guanxi.trail',
      'delete from guanxi.trail_checkpoint', 'update guanxi.trail_checkpoint set seq = 1',
      `insert into guanxi.trail (org_id, kind, seq, hash) values ('${orgId}', 'signedIn', 9, '\\x00')`,
    ]) await expect(run(statement)).rejects.toThrow(/only added to/);
    expect(await verifier.verify(orgId)).toMatchObject({ entries: 2, broken: null });
  });

  it.each([
    ['at', `at + interval '1 ms'`], ['actor_id', 'gen_random_uuid()'], ['kind', `'signedIn'`], ['subject_kind', `'user'`], ['subject_id', `'9'`], ['subject_name', 'null'],
    ['detail', `(detail::text || ' ')::json`], ['address', `'203.0.113.8'`], ['user_agent', `''`], ['previous', 'sha256(previous)'], ['hash', 'sha256(hash)'],
  ])('tells the entry whose %s was changed', async (column, value) => {
    const orgId = await makeChain(4);
    await tamper(`update guanxi.trail set ${column} = ${value} where chain = '${orgId}' and seq = 2`);
    expect((await verifier.verify(orgId)).broken).toMatchObject({ seq: '2', fault: 'changed' });
  });

  it('tells where an entry was moved to another org', async () => {
    const [orgId, other] = [await makeChain(4), await makeChain(1)];
    await tamper(`update guanxi.trail set org_id = '${other}' where chain = '${orgId}' and seq = 2`);
    expect((await verifier.verify(orgId)).broken).toMatchObject({ seq: '3', fault: 'missing' });
    await tamper(`update guanxi.trail set org_id = '${other}' where chain = '${orgId}' and seq = 3`);
    expect((await verifier.verify(other)).broken).not.toBeNull();
  });

  it('tells what was removed: in the middle, at the end, all of it', async () => {
    const [middle, end, all] = [await makeChain(4), await makeChain(4), await makeChain(2)];
    await tamper(`delete from guanxi.trail where chain = '${middle}' and seq = 3`, `delete from guanxi.trail where chain = '${end}' and seq = 4`, `delete from guanxi.trail where chain = '${all}'`);
    expect((await verifier.verify(middle)).broken).toMatchObject({ seq: '4', fault: 'missing' });
    expect((await verifier.verify(end)).broken).toMatchObject({ seq: '4', fault: 'cut' });
    expect((await verifier.verify(all)).broken).toMatchObject({ fault: 'cut' });
    await tamper(`update guanxi.trail_head set seq = 3, hash = (select hash from guanxi.trail where chain = '${end}' and seq = 3) where chain = '${end}'`);
    const noted = { seq: '4', hash: 'ab'.repeat(32) };
    expect([(await verifier.verify(end)).broken, (await verifier.verify(end, noted)).broken]).toMatchObject([null, { seq: '4', fault: 'cut' }]);
  });

  it('tells entries that were put in, or stand in another order', async () => {
    const [orgId, swapped, stray] = [await makeChain(4), await makeChain(4), await makeChain(1)];
    const copy = (seq: string, from: number, condition: string) => `insert into guanxi.trail (org_id, seq, at, actor_id, kind, detail, previous, hash) select org_id, ${seq}, at, actor_id, kind, detail, previous, hash from guanxi.trail where chain = '${condition}' and seq = ${from}`;
    await tamper(`update guanxi.trail set seq = seq + 1 where chain = '${orgId}' and seq = 4`, `update guanxi.trail set seq = seq + 1 where chain = '${orgId}' and seq = 3`, copy('3', 2, orgId));
    expect((await verifier.verify(orgId)).broken).toMatchObject({ seq: '3' });
    await tamper(`update guanxi.trail set seq = 99 where chain = '${swapped}' and seq = 2`, `update guanxi.trail set seq = 2 where chain = '${swapped}' and seq = 3`, `update guanxi.trail set seq = 3 where chain = '${swapped}' and seq = 99`);
    expect((await verifier.verify(swapped)).broken).toMatchObject({ seq: '2' });
    await tamper(copy('null', 1, stray));
    expect((await verifier.verify(stray)).broken).toMatchObject({ fault: 'inserted' });
  });

  it('still verifies after old entries went, by a checkpoint that only this installation can sign', async () => {
    const orgId = await makeChain(5);
    const { rows: [row] } = await run(`select at from guanxi.trail where chain = $1 and seq = 4`, [orgId]);
    const removed = await test.app.get(TrailRetention, { strict: false }).cut(orgId, row?.['at'] as Date);
    expect(removed).toBeGreaterThanOrEqual(1);
    expect(await verifier.verify(orgId)).toMatchObject({ entries: 6 - removed, seq: '6', removedUpTo: String(removed), broken: null });
    await tamper(`update guanxi.trail_checkpoint set hash = sha256(hash) where chain = '${orgId}'`);
    expect((await verifier.verify(orgId)).broken).toMatchObject({ fault: 'checkpoint' });
  });
});
