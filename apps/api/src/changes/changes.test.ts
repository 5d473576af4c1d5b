import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { Actors } from '../access/actors.js';
import { OrgDatabase } from '../database/org-database.js';
import { Schemas } from '../graphql/run/schemas.js';
import { Models } from '../metadata/models.js';
import type { Caller } from '../testing/test-app.js';
import { ChangeSubscriptions } from './change-subscriptions.js';
import { startEpoch } from './start-epoch.js';
import { until } from '../testing/until.js';
import { startDealOffice, type DealOffice } from './testing/deal-office.js';

interface Told { readonly cursor: string; readonly kind: string; readonly id: string; readonly object: string; readonly fields: readonly string[]; readonly changes: Readonly<Record<string, unknown>> }
interface Page { readonly nodes: readonly Told[]; readonly endCursor: string; readonly hasMore: boolean }

const PAGE = 'query ($after: String, $first: Int) { page: changes(after: $after, objects: ["Deal"], first: $first) { nodes { cursor kind id object fields changes } endCursor hasMore } }';

describe('changes as people may know them', () => {
  let office: DealOffice;
  beforeAll(async () => {
    office = await startDealOffice('changes');
    await office.test.app.listen(0, '127.0.0.1');
  });
  afterAll(() => office.test.close());

  const page = async (caller: Caller, after: string | null, first = 100) => (await office.ask<{ page: Page }>(caller, PAGE, { after, first }, '/graphql')).page;
  const head = async (caller: Caller) => (await office.ask<{ changes: { endCursor: string } }>(caller, '{ changes(first: 0) { endCursor } }', {}, '/graphql')).changes.endCursor;

  it('are told in order, with readable fields only and without a cipher', async () => {
    const start = await head(office.admin);
    const mine = await office.createDeal({ name: 'Mine', margin: '40%', code: 'A123', ownerId: office.bobId });
    await office.createDeal({ name: 'Hers', margin: '10%' });
    await office.updateDeal(mine, { margin: '41%', city: '臺北', code: 'B456' });
    const all = await page(office.admin, start);
    expect(all.nodes.map(({ kind, fields }) => [kind, [...fields].sort()])).toEqual([
      ['CREATED', ['code', 'margin', 'name', 'owner']], ['CREATED', ['margin', 'name']], ['UPDATED', ['city', 'code', 'margin']],
    ]);
    expect(JSON.stringify(all)).not.toMatch(/g1:|A123|B456/);
    expect(all.nodes[2]?.changes).toEqual({ city: [null, '臺北'], code: ['••••', '••••'], margin: ['40%', '41%'] });
    const bobs = await page(office.bob, start);
    expect(bobs.nodes.map(({ kind, id }) => [kind, id])).toEqual([['CREATED', mine], ['UPDATED', mine]]);
    expect(bobs.nodes.flatMap(({ fields }) => fields)).not.toContain('margin');
    // One after another they are the same.
    const singly: Told[] = [];
    for (let after = start, hasMore = true; hasMore; ) {
      const one = await page(office.admin, after, 1);
      singly.push(...one.nodes);
      [after, hasMore] = [one.endCursor, one.hasMore];
    }
    expect(singly.map(({ id, kind }) => [id, kind])).toEqual(all.nodes.map(({ id, kind }) => [id, kind]));
    expect((await page(office.admin, all.nodes[0]?.cursor ?? '')).nodes).toHaveLength(2);
  });

  it('say that a record has left, and nothing of what is in the bin', async () => {
    const start = await head(office.admin);
    const deal = await office.createDeal({ name: 'Wanders', city: '臺中', ownerId: office.bobId });
    await office.updateDeal(deal, { ownerId: office.adminId });
    await office.updateDeal(deal, { city: 'secret place' });
    const bobs = await page(office.bob, start);
    expect(bobs.nodes).toMatchObject([{ kind: 'LEFT', id: deal, fields: [], changes: {} }]);
    await office.updateDeal(deal, { ownerId: office.bobId });
    await office.deleteDeal(deal);
    const after = await page(office.bob, bobs.endCursor);
    expect(after.nodes.map(({ kind }) => kind)).toEqual(['UPDATED', 'DELETED']);
    expect(JSON.stringify(after.nodes)).not.toContain('secret place');
  });

  it('refuse what is no cursor, a cursor from before a restore, and objects that nobody knows', async () => {
    const cursor = await head(office.admin);
    const codeOf = async (after: string) => (await office.admin.ask(PAGE, { after }, '/graphql')).errors?.[0]?.extensions.code;
    expect(await codeOf('nonsense')).toBe('BAD_USER_INPUT');
    expect(await codeOf(Buffer.from('00000000 99:1: ').toString('base64url'))).toBe('BAD_USER_INPUT');
    expect((await office.admin.ask('{ changes(objects: ["Nothing"]) { hasMore } }', {}, '/graphql')).errors?.[0]?.message).toContain('Nothing');
    const database = office.test.app.get(OrgDatabase);
    await database.transaction(office.test.org, (tx) => startEpoch(tx, { place: null, renumber: true }));
    await until(async () => (await codeOf(cursor)) === 'CURSOR_EXPIRED');
    // Everything is still there, from the beginning.
    const [{ count } = { count: 0 }] = await database.session(office.test.org).run<{ count: number }>(sql`select count(*)::int as count from ${orgTable(office.test.org.schema, 'history')} where object = '31000000-0000-4000-8000-000000000001'`);
    let seen = 0;
    for (let after: string | null = null, hasMore = true; hasMore; ) {
      const one = await page(office.admin, after, 1_000);
      seen += one.nodes.length;
      [after, hasMore] = [one.endCursor, one.hasMore];
    }
    expect(seen).toBe(count);
  }, 30_000);

  it('come as a stream of events that goes on from where it was cut', async () => {
    const first = await listen('/changes?objects=Deal', office.admin);
    await until(() => first.text().includes('event: ready'));
    const one = await office.createDeal({ name: 'Streamed' });
    await until(() => first.text().includes(one));
    const cursor = [...first.text().matchAll(/id: (\S+)/g)].at(-1)?.[1] ?? '';
    first.close();
    const two = await office.createDeal({ name: 'While nobody listened' });
    const second = await listen('/changes?objects=Deal', office.admin, { 'last-event-id': cursor });
    await until(() => second.text().includes(two));
    expect(second.text()).not.toContain(one);
    expect(second.text()).toMatch(/event: change\nid: \S+\ndata: \{"object":"Deal","id":"[^"]+","kind":"CREATED"/);
    second.close();
    expect(await status('/changes')).toBe(401);
    expect(await status('/changes?after=nonsense', office.admin)).toBe(400);
  });

  it('reach subscriptions with what they select, as the filter and the rights have it', async () => {
    const { app, org } = office.test;
    const actors = app.get(Actors);
    const actorOf = async (caller: Caller) => (await actors.forSession(caller.cookie.split('=')[1] ?? '')) ?? (await actors.forSystem(org));
    const over = new AbortController();
    const heard: (readonly string[])[] = [];
    const trials = new Set<string>();
    const subscribe = async (caller: Caller, query: string, variables: Readonly<Record<string, unknown>> = {}) => {
      const actor = await actorOf(caller);
      const { model, revision } = await app.get(Models).current(org);
      const schema = new Schemas().find(org.schema, revision, model, actor.access);
      const prepared = schema.prepare(query, undefined);
      if ('errors' in prepared) throw new Error(prepared.errors.map(({ message }) => message).join());
      const texts: string[] = [];
      heard.push(texts);
      void (async () => {
        for await (const text of app.get(ChangeSubscriptions).subscribeToChanges(actor, { schema, prepared, variables }, over.signal)) texts.push(text);
      })();
      return () => texts.map((text) => (JSON.parse(text) as { data: { changed: { id: string } } }).data.changed).filter(({ id }) => !trials.has(id)).map(({ id: _, ...told }) => told);
    };
    const query = 'subscription ($city: String) { changed: dealChanged(where: { city: { eq: $city } }) { id kind fields record { title: name city code owner { name } } } }';
    const admins = await subscribe(office.admin, query, { city: '高雄' });
    const bobs = await subscribe(office.bob, query, { city: '高雄' });
    // A subscription begins a moment after it was asked for.
    await until(async () => {
      trials.add(await office.createDeal({ name: 'Trial', city: '高雄', ownerId: office.bobId }));
      return heard.every(({ length }) => length > 0);
    });
    const mine = await office.createDeal({ name: 'South', city: '高雄', code: 'C789', ownerId: office.bobId });
    await office.createDeal({ name: 'North', city: '基隆' });
    await office.createDeal({ name: 'Hers', city: '高雄' });
    await until(() => admins().length === 2);
    await office.updateDeal(mine, { city: '基隆' });
    await until(() => admins().length === 3 && bobs().length === 2);
    expect(admins()).toEqual([
      { kind: 'CREATED', fields: expect.arrayContaining(['name', 'city']) as unknown, record: { title: 'South', city: '高雄', code: 'C789', owner: { name: 'Bob' } } },
      { kind: 'CREATED', fields: expect.anything() as unknown, record: { title: 'Hers', city: '高雄', code: null, owner: { name: expect.any(String) as unknown } } },
      { kind: 'LEFT', fields: [], record: null },
    ]);
    expect(bobs()).toEqual([{ kind: 'CREATED', fields: expect.anything() as unknown, record: expect.objectContaining({ title: 'South' }) as unknown }, { kind: 'LEFT', fields: [], record: null }]);
    over.abort();
  });

  const origin = () => (office.test.app.getHttpServer() as { address(): AddressInfo }).address();
  const open = (path: string, headers: Readonly<Record<string, string>>) =>
    new Promise<IncomingMessage>((resolve, reject) => get({ host: '127.0.0.1', port: origin().port, path, headers }, resolve).once('error', reject));
  const status = async (path: string, caller?: Caller) => {
    const response = await open(path, caller ? { cookie: caller.cookie } : {});
    response.resume();
    return response.statusCode;
  };
  const listen = async (path: string, caller: Caller, headers: Readonly<Record<string, string>> = {}) => {
    const response = await open(path, { cookie: caller.cookie, ...headers });
    let text = '';
    response.setEncoding('utf8').on('data', (piece: string) => (text += piece)).on('error', () => undefined);
    return { text: () => text, close: () => response.destroy() };
  };
});
