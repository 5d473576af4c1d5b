import { sql } from 'kysely';
import { OrgClock } from '../config/clock.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { org, startShopApi, type Person, type ShopApi } from '../graphql/testing/shop-api.js';
import type { WriteFault } from './record-values.js';
import { RecordWriter } from './record-writer.js';
import { dealDocuments } from './testing/deal-documents.js';

let api: ShopApi;
let writer: RecordWriter;
const table = (name: string) => sql.id(org.schema, name);

beforeAll(async () => {
  api = await startShopApi();
  await api.publish(dealDocuments);
  const published = async () => ({ revision: 1, model: api.model() });
  writer = new RecordWriter({ current: published, refresh: published }, new OrgClock());
});
afterAll(() => api.close());

const transact = <T>(work: (tx: OrgTransaction) => Promise<T>) => api.database.transaction(org, work);
const locale = { value: 'en' };
const actor = (person: Person) => ({ ...api.actor(person), locale: locale.value });
const create = (object: string, rows: Record<string, unknown>[], person: Person = 'ada') => transact((tx) => writer.create(tx, actor(person), object, rows));
const update = (object: string, id: string, values: Record<string, unknown>, person: Person = 'ada') =>
  transact((tx) => writer.update(tx, actor(person), object, [{ id, values }]));

async function made(object: string, values: Record<string, unknown>): Promise<string> {
  const result = await create(object, [values]);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.ids[0] ?? '';
}

function told(result: { readonly problems?: readonly WriteFault[] } | object): string[] {
  return 'problems' in result ? (result.problems as WriteFault[]).map(({ path, code, rule }) => `${path} ${rule ?? code}`).sort() : [];
}

describe('validation rules', () => {
  it('tells every rule that is broken, of all rows, beside everything else that is wrong, at the field of the rule', async () => {
    const result = await create('Account', [{ name: 'A', revenue: '600000', limit: '1' }, { revenue: 'x', limit: '1', state: 'closed' }, { name: 'C', revenue: '1' }]);
    expect(told(result)).toEqual(['/0 tooLarge', '/0/revenue overLimit', '/1/name required', '/1/reason required', '/1/revenue number-expected']);
    expect(await api.run(sql`select id from ${table('account')}`)).toEqual([]);
  });

  it('says what the admin wrote, in the language of the person', async () => {
    locale.value = 'zh-TW';
    const result = await create('Account', [{ name: 'A', revenue: '2', limit: '1' }]);
    locale.value = 'en';
    expect(result).toEqual({ problems: [{ path: '/0/revenue', code: 'rule', message: '超過額度。', rule: 'overLimit' }] });
  });

  it('judges the record as it will be, with what is not changed', async () => {
    const id = await made('Account', { name: 'A', revenue: '5', limit: '10' });
    expect(told(await update('Account', id, { limit: '4' }))).toEqual(['/0/revenue overLimit']);
    expect(told(await update('Account', id, { limit: '6' }))).toEqual([]);
  });

  it('knows what the record was before', async () => {
    const id = await made('Account', { name: 'A', revenue: '5' });
    expect(told(await update('Account', id, { revenue: '4' }))).toEqual(['/0/revenue neverLess']);
    expect(told(await update('Account', id, { revenue: '6' }))).toEqual([]);
  });

  it('reads related records whatever the person may see, and the person', async () => {
    const closed = await made('Region', { name: 'North', open: false });
    const id = await made('Account', { name: 'A', limit: '1' });
    expect(told(await create('Account', [{ name: 'B', region: closed }]))).toEqual(['/0/regionId closedRegion']);
    await api.run(sql`update ${table('account')} set region_id = ${closed}::uuid where id = ${id}::uuid`);
    expect(told(await update('Account', id, { name: 'Aa' }, 'bob'))).toEqual(['/0/regionId closedRegion']);
    await api.run(sql`update ${table('region')} set open = true where id = ${closed}::uuid`);
    expect(told(await update('Account', id, { limit: '2' }, 'bob'))).toEqual(['/0 notForBob']);
    expect(told(await update('Account', id, { limit: '2' }))).toEqual([]);
  });
});

describe('fields under conditions', () => {
  it('asks for what is required then, and lets nobody change what is locked then', async () => {
    const id = await made('Account', { name: 'A', revenue: '5' });
    expect(told(await update('Account', id, { state: 'closed' }))).toEqual(['/0/reason required']);
    expect(told(await update('Account', id, { state: 'closed', reason: 'done', revenue: '6' }))).toEqual(['/0/revenue read-only']);
    expect(told(await update('Account', id, { state: 'closed', reason: 'done', revenue: '5' }))).toEqual([]);
    expect(told(await create('Account', [{ name: 'B', state: 'closed', reason: 'x', revenue: '1' }]))).toEqual(['/0/revenue read-only']);
  });

  it('offers only what goes with the other picklists, at any depth, and leaves alone what was there', async () => {
    const id = await made('Account', { name: 'A', country: 'TW', city: 'Taipei', district: 'Xinyi' });
    expect(told(await update('Account', id, { city: 'Boston' }))).toEqual(['/0/city not-a-choice', '/0/district not-a-choice']);
    expect(told(await update('Account', id, { country: 'US' }))).toEqual(['/0/city not-a-choice']);
    expect(told(await update('Account', id, { country: null }))).toEqual(['/0/city not-a-choice']);
    await api.run(sql`update ${table('account')} set district = 'Anping' where id = ${id}::uuid`);
    expect(told(await update('Account', id, { name: 'Aa' }))).toEqual([]);
    expect(told(await update('Account', id, { country: 'US', city: 'Boston', district: 'Back Bay' }))).toEqual([]);
  });

  it('gives nobody a value that is no longer offered, and takes it from nobody', async () => {
    expect(told(await create('Account', [{ name: 'A', tier: 'bronze' }]))).toEqual(['/0/tier not-a-choice']);
    const id = await made('Account', { name: 'A' });
    await api.run(sql`update ${table('account')} set tier = 'bronze' where id = ${id}::uuid`);
    expect(told(await update('Account', id, { tier: 'bronze', name: 'B' }))).toEqual([]);
    expect(told(await update('Account', id, { tier: 'gold' }))).toEqual([]);
    expect(told(await update('Account', id, { tier: 'bronze' }))).toEqual(['/0/tier not-a-choice']);
  });

  it('takes only records that pass the filter of a lookup', async () => {
    const taiwan = await made('Region', { name: 'TW', open: true, country: 'TW' });
    expect(told(await create('Account', [{ name: 'A', country: 'TW', homeRegion: taiwan }, { name: 'B', country: 'US', homeRegion: taiwan }]))).toEqual(['/1/homeRegionId not-allowed']);
    expect(told(await create('Account', [{ name: 'A', homeRegion: '00000000-0000-7000-8000-000000000099' }]))).toEqual(['/0/homeRegionId reference-not-found']);
  });

  it('works defaults out from the given values and the person, where nothing was given', async () => {
    const [one, two] = [await made('Account', { name: 'Ann' }), await made('Account', { name: 'Ann', greeting: 'Hi' })];
    expect(await api.run(sql`select greeting from ${table('account')} where id = any(${[one, two]}::uuid[]) order by id`)).toEqual([{ greeting: 'Dear Ann, Ada' }, { greeting: 'Hi' }]);
    const [entry] = await api.run<{ changes: object }>(sql`select changes from ${table('_history')} where record_id = ${one}::uuid`);
    expect(entry?.changes).toEqual({ name: [null, 'Ann'], greeting: [null, 'Dear Ann, Ada'] });
  });
});

describe('record types', () => {
  it('begin with the default, offer their own values, and are given by those who may', async () => {
    const id = await made('Deal', { name: 'A' });
    expect(await api.run(sql`select record_type, stage from ${table('deal')} where id = ${id}::uuid`)).toEqual([{ record_type: 'sale', stage: 'new' }]);
    expect(told(await create('Deal', [{ name: 'B', stage: 'renewed' }]))).toEqual(['/0/stage record-type']);
    expect(told(await create('Deal', [{ name: 'B', recordType: 'renewal' }], 'bob'))).toEqual(['/0/recordType record-type']);
    expect(told(await create('Deal', [{ name: 'B', recordType: 'old' }]))).toContain('/0/recordType record-type');
    const renewal = await made('Deal', { name: 'C', recordType: 'renewal' });
    expect(await api.run(sql`select stage from ${table('deal')} where id = ${renewal}::uuid`)).toEqual([{ stage: null }]);
    expect(told(await update('Deal', id, { recordType: 'renewal' }))).toEqual(['/0/stage record-type']);
    expect(told(await update('Deal', renewal, { name: 'D' }, 'bob'))).toEqual([]);
  });
});

describe('records that hang on others', () => {
  const living = async (name: string) => (await api.run<{ name: string }>(sql`select name from ${table(name)} where deleted_at is null order by name`)).map((row) => row.name);
  const remove = (object: string, id: string, person: Person = 'ada') => transact((tx) => writer.delete(tx, actor(person), object, [id]));
  const restore = (object: string, id: string) => transact((tx) => writer.restore(tx, actor('ada'), object, [id]));

  it('go and come back with their master, at all levels, in one operation; what was gone before stays gone', async () => {
    const id = await made('Account', { name: 'M' });
    const [one, two] = [await made('Line', { name: 'L1', account: id }), await made('Line', { name: 'L2', account: id })];
    await made('Part', { name: 'P1', line: one });
    await remove('Line', two);
    await remove('Account', id, 'bob');
    expect([await living('line'), await living('part')]).toEqual([[], []]);
    const operations = await api.run(sql`select count(*)::int as count, count(distinct operation_id)::int as operations from ${table('_history')} h where kind = 'deleted' and at >= (select max(at) from ${table('_history')}) and record_id in (select id from ${table('part')} union select id from ${table('line')} where name = 'L1' union select ${id}::uuid)`);
    expect(operations).toEqual([{ count: 3, operations: 1 }]);
    expect(told(await restore('Line', one))).toEqual(['/0/accountId reference-not-found']);
    await restore('Account', id);
    expect([await living('line'), await living('part')]).toEqual([['L1'], ['P1']]);
  });

  it('stand in the way, or lose the reference, as their lookup says', async () => {
    const id = await made('Account', { name: 'M' });
    const contact = await made('Contact', { name: 'Zoe', account: id });
    const contract = await made('Contract', { name: 'K', account: id });
    const refused = await remove('Account', id);
    expect(refused).toEqual({
      problems: [{ path: '/0', code: 'restricted', message: 'The Account cannot be deleted: Contracts point to it (1).', hint: 'Delete these Contracts first, or let them point elsewhere.' }],
    });
    expect(await living('account')).toContain('M');
    await remove('Contract', contract);
    expect(told(await remove('Account', id))).toEqual([]);
    expect(await api.run(sql`select account_id, version from ${table('contact')} where id = ${contact}::uuid`)).toEqual([{ account_id: null, version: 2 }]);
  });

  it('stay with their master unless they may move', async () => {
    const [one, two] = [await made('Account', { name: 'M' }), await made('Account', { name: 'N' })];
    const line = await made('Line', { name: 'L', account: one });
    const other = await made('Line', { name: 'L', account: two });
    expect(told(await update('Line', line, { account: two }))).toEqual(['/0/accountId not-reparentable']);
    const part = await made('Part', { name: 'P', line });
    expect(told(await update('Part', part, { line: other }))).toEqual([]);
    expect(told(await create('Line', [{ name: 'X' }]))).toEqual(['/0/accountId required']);
  });
});

describe('details', () => {
  it('are made only under masters that the person may change', async () => {
    const account = await made('Account', { name: 'M' });
    const seller = api.actor('bob');
    const rights = seller.access.objects.get('Account');
    if (!rights) throw new Error('Bob knows accounts.');
    const access = { ...seller.access, key: 'bob, own accounts', objects: new Map([...seller.access.objects, ['Account', { ...rights, edit: 'own' as const }]]) };
    const attempt = () => transact((tx) => writer.create(tx, { ...seller, access }, 'Line', [{ name: 'L', account }]));
    expect(told(await attempt())).toEqual(['/0/accountId reference-not-found']);
    await api.run(sql`update ${table('account')} set owner_id = ${seller.userId}::uuid where id = ${account}::uuid`);
    expect(told(await attempt())).toEqual([]);
  });
});

describe('references of other forms', () => {
  it('writes a reference to one of several objects into exactly one lookup', async () => {
    const [account, contact] = [await made('Account', { name: 'A' }), await made('Contact', { name: 'Z' })];
    const task = await made('Task', { name: 'T', regarding: { account } });
    const row = () => api.run(sql`select regarding_account_id as account, regarding_contact_id as contact from ${table('task')} where id = ${task}::uuid`);
    expect(await row()).toEqual([{ account, contact: null }]);
    await update('Task', task, { regarding: { contact } });
    expect(await row()).toEqual([{ account: null, contact }]);
    await update('Task', task, { regarding: null });
    expect(await row()).toEqual([{ account: null, contact: null }]);
    expect(told(await update('Task', task, { regarding: { account: contact } }))).toEqual(['/0/regarding reference-not-found']);
    expect(told(await update('Task', task, { regardingAccount: account }))).toEqual(['/0/regardingAccountId read-only']);
  });

  it('joins and parts records through the object in between, from both sides, without doubling', async () => {
    const [a, b] = [await made('Contact', { name: 'A' }), await made('Contact', { name: 'B' })];
    const campaign = await made('Campaign', { name: 'K', contacts: { add: [a, b] } });
    await update('Campaign', campaign, { contacts: { add: [a], remove: [b] } });
    const pairs = () => api.run(sql`select contact_id from ${table('campaign_member')} where campaign_id = ${campaign}::uuid and deleted_at is null`);
    expect(await pairs()).toEqual([{ contact_id: a }]);
    await update('Contact', b, { campaigns: { add: [campaign] } });
    expect(await pairs()).toHaveLength(2);
    const unknown = '00000000-0000-7000-8000-000000000099';
    expect(told(await update('Campaign', campaign, { name: 'X', contacts: { add: [unknown] } }))).toEqual(['/0/contacts reference-not-found']);
    expect(await api.run(sql`select name from ${table('campaign')}`)).toEqual([{ name: 'K' }]);
    expect(told(await update('Campaign', campaign, { contacts: { add: [a] } }, 'bob'))).toEqual(['/0/contacts unknown-field']);
  });
});
