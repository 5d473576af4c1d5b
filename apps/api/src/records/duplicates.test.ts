import { compileDuplicatePairs } from '@guanxi/query';
import { sql } from 'kysely';
import { OrgClock } from '../config/clock.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { joinGroups, type Likeness } from '../duplicates/join-groups.js';
import { org, startShopApi, type Person, type ShopApi } from '../graphql/testing/shop-api.js';
import { bound } from './bound-statement.js';
import { mergeRecords } from './merge/merge-records.js';
import type { RecordValues, WriteFault } from './record-values.js';
import { RecordWriter, type WriteOptions } from './record-writer.js';
import { peopleDocuments } from './testing/people-documents.js';
import { NO_WISH } from './write-place.js';

let api: ShopApi;
let writer: RecordWriter;
const table = (name: string) => sql.id(org.schema, name);
const OPERATION = '00000000-0000-7000-8000-0000000000aa';

beforeAll(async () => {
  api = await startShopApi();
  await api.publish(peopleDocuments);
  const published = async () => ({ revision: 1, model: api.model() });
  writer = new RecordWriter({ current: published, refresh: published }, new OrgClock());
});
afterAll(() => api.close());
beforeEach(() => api.run(sql`truncate ${table('person')}, ${table('visit')}, ${table('card')}, ${table('note')}, ${table('club')}, ${table('membership')}, ${table('_history')}`));

const transact = <T>(work: (tx: OrgTransaction) => Promise<T>) => api.database.transaction(org, work);
const create = (rows: RecordValues[], person: Person = 'ada', options: WriteOptions = {}, object = 'Person') => transact((tx) => writer.create(tx, api.actor(person), object, rows, options));

async function made(values: RecordValues, object = 'Person', person: Person = 'ada'): Promise<string> {
  const result = await create([values], person, { allowDuplicates: true }, object);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.ids[0] ?? '';
}

function told(result: object): string[] {
  return 'problems' in result ? (result.problems as WriteFault[]).map(({ path, code, duplicates }) => `${path} ${duplicates?.rule ?? code}`) : [];
}

describe('on save', () => {
  it('takes texts for the same in spite of capitals, width, spaces and 台 for 臺', async () => {
    await made({ name: 'A', email: 'ada@example.com' });
    expect(told(await create([{ name: 'B', email: 'ADA@example.com' }]))).toEqual(['/0 sameMail']);
    await made({ name: '台北　書店', city: 'X' });
    expect(told(await create([{ name: '臺北 書店', city: 'ｘ' }]))).toEqual(['/0 likeName']);
  });

  it('warns with the names of what the person may read and the number of the rest, and goes on where that is allowed', async () => {
    const mine = await made({ name: 'Jonathan Smith', city: 'Boston' }, 'Person', 'bob');
    await made({ name: 'Jonathan Smithe', city: 'Boston' });
    const result = await create([{ name: 'Jonathon Smith', city: 'boston' }], 'bob');
    expect(result).toEqual({
      problems: [
        {
          path: '/0',
          code: 'duplicate',
          message: 'There are similar Persons already (2): Jonathan Smith.',
          hint: 'If it is another Person all the same, save with allowDuplicates.',
          duplicates: { rule: 'likeName', canAllow: true, records: [{ id: mine, name: 'Jonathan Smith' }], others: 1 },
        },
      ],
    });
    expect(told(await create([{ name: 'Jonathon Smith', city: 'boston' }], 'bob', { allowDuplicates: true }))).toEqual([]);
  });

  it('blocks whoever allows duplicates, tells other problems beside, and finds doubles inside of one list', async () => {
    await made({ name: 'A', email: 'a@example.com' });
    expect(told(await create([{ name: 'B', email: 'a@example.com', worth: '-1' }], 'ada', { allowDuplicates: true }))).toEqual(['/0 sameMail', '/0/worth rule']);
    expect(told(await create([{ name: 'X', email: 'x@example.com' }, { name: 'Y', email: 'y@example.com' }, { name: 'Z', email: 'X@example.com' }]))).toEqual(['/2 sameMail']);
  });

  it('asks a change only where it touches what is compared, and never finds the record itself', async () => {
    const id = await made({ name: 'A', email: 'a@example.com' });
    await made({ name: 'B', email: 'b@example.com' });
    const change = (values: RecordValues) => transact((tx) => writer.update(tx, api.actor('ada'), 'Person', [{ id, values }]));
    expect(told(await change({ email: 'a@example.com', name: 'AA' }))).toEqual([]);
    expect(told(await change({ email: 'b@example.com' }))).toEqual(['/0 sameMail']);
    expect(told(await change({ worth: '1' }))).toEqual([]);
  });
});

describe('over what is there', () => {
  async function groups(rule: string): Promise<readonly (readonly string[])[]> {
    const statement = compileDuplicatePairs({ object: 'Person', rule }, { model: api.model(), access: api.actor('ada').access, schema: org.schema });
    const place = { session: api.database.session(org), actor: api.actor('ada'), model: api.model(), at: '2026-01-01T00:00:00Z', operationId: OPERATION };
    const { text, values } = bound(statement, place, {});
    const found = joinGroups(await place.session.run<Likeness>({ text, values }));
    const names = new Map((await api.run<{ id: string; name: string }>(sql`select id, name from ${table('person')}`)).map(({ id, name }) => [id, name]));
    return found.map((ids) => ids.map((id) => names.get(id) ?? '').sort());
  }

  it('groups the same and the similar', async () => {
    for (const [name, city] of [['Jonathan Smith', 'Boston'], ['Jonathon Smith', 'boston'], ['Jonathan Smith', 'Paris'], ['王小明', 'Taipei'], ['王小明 ', 'Taipei'], ['Zoe', 'Oslo']]) await made({ name, city });
    expect(await groups('likeName')).toEqual([['Jonathan Smith', 'Jonathon Smith'], ['王小明', '王小明 ']].map((group) => group.map((name) => name.trim())));
    expect((await groups('anyName')).map((group) => group.length)).toEqual([3, 2]);
  });

  it('finds what comparing all with all finds', async () => {
    const syllables = ['an', 'bo', 'chen', 'da', 'el', 'fu', '明', '小', '王', '李'];
    let state = 7;
    const random = (below: number) => (state = (state * 48271) % 2147483647) % below;
    const rows = Array.from({ length: 400 }, () => ({ name: Array.from({ length: 2 + random(3) }, () => syllables[random(10)]).join(random(2) ? ' ' : '') }));
    await create(rows, 'ada', { unchecked: true });
    const pairs = await api.run<Likeness>(sql`select array[a.id] as ids, array[b.id] as others from ${table('person')} a join ${table('person')} b on a.id < b.id and public.similarity(lower(a.name), lower(b.name)) >= 0.6::real`);
    const names = new Map((await api.run<{ id: string; name: string }>(sql`select id, name from ${table('person')}`)).map(({ id, name }) => [id, name]));
    const expected = joinGroups(pairs).map((ids) => ids.map((id) => names.get(id)).sort());
    const order = (list: readonly (readonly unknown[])[]) => list.map((group) => group.join('|')).sort();
    expect(order(await groups('anyName'))).toEqual(order(expected));
  });
});

describe('merging', () => {
  const merge = (into: string, from: string[], data: RecordValues = {}, person: Person = 'ada') =>
    transact((tx) => mergeRecords({ session: tx, actor: api.actor(person), model: api.model(), at: '2026-03-01T08:00:00.000Z', operationId: OPERATION }, 'Person', { into, from, data }, NO_WISH));

  it('moves all that points to the others, doubles nothing, and tells it in the history under one operation', async () => {
    const [a, b, c] = [await made({ name: 'A', code: 'A' }), await made({ name: 'B', code: 'B', email: 'b@example.com' }), await made({ name: 'C' })];
    const visit = await made({ name: 'V', person: b }, 'Visit');
    const note = await made({ name: 'N', about: { person: c } }, 'Note');
    await made({ name: 'D', friend: b });
    await made({ name: 'Club', members: { add: [a, b, c] } }, 'Club');
    await api.run(sql`insert into ${table('_comment')} (id, object, record_id, author_id, text, at) values (${OPERATION}::uuid, ${api.model().objectByName.get('Person')?.id}, ${c}::uuid, ${api.actor('ada').userId}::uuid, 'Hi', now())`);
    await api.run(sql`update ${table('person')} set friend_id = ${b}::uuid where id = ${a}::uuid`);
    expect(told(await merge(a, [b, c], { code: 'B', email: 'b@example.com' }))).toEqual([]);
    expect(await api.run(sql`select name, code, email, friend_id from ${table('person')} where deleted_at is null order by name`)).toEqual([
      { name: 'A', code: 'B', email: 'b@example.com', friend_id: null },
      { name: 'D', code: null, email: null, friend_id: a },
    ]);
    expect(await api.run(sql`select person_id from ${table('visit')} where id = ${visit}::uuid`)).toEqual([{ person_id: a }]);
    expect(await api.run(sql`select about_person_id from ${table('note')} where id = ${note}::uuid`)).toEqual([{ about_person_id: a }]);
    expect(await api.run(sql`select person_id from ${table('membership')} where deleted_at is null`)).toEqual([{ person_id: a }]);
    expect(await api.run(sql`select record_id from ${table('_comment')}`)).toEqual([{ record_id: a }]);
    expect(await api.run(sql`select record_id from ${table('_merged')} where into_id = ${a}::uuid order by 1`)).toEqual([b, c].sort().map((record_id) => ({ record_id })));
    const history = await api.run<{ kind: string; count: number }>(sql`select kind, count(*)::int as count from ${table('_history')} where operation_id = ${OPERATION}::uuid group by 1 order by 1`);
    expect(history).toEqual([{ kind: 'deleted', count: 4 }, { kind: 'updated', count: 5 }]);
  });

  it('refuses as a whole when a rule, a unique reference or a right is in the way', async () => {
    const [a, b, c] = [await made({ name: 'A' }), await made({ name: 'B', worth: '2' }), await made({ name: 'C' })];
    const card = await made({ name: 'K1', holder: b }, 'Card');
    await made({ name: 'K2', holder: c }, 'Card');
    expect(told(await merge(a, [b, c]))).toEqual([' not-unique']);
    expect(told(await merge(a, [b], { worth: '-1' }))).toEqual(['/0/worth rule']);
    expect(told(await merge(a, [a]))).toEqual([' invalid']);
    expect(told(await merge(a, [OPERATION]))).toEqual([' not-found']);
    expect(told(await merge(a, [b], {}, 'bob'))).toEqual(['/0 not-found']);
    expect(await api.run(sql`select count(*)::int as count from ${table('person')} where deleted_at is null`)).toEqual([{ count: 3 }]);
    expect(await api.run(sql`select holder_id from ${table('card')} where id = ${card}::uuid`)).toEqual([{ holder_id: b }]);
    expect(told(await merge(a, [b]))).toEqual([]);
  });
});
