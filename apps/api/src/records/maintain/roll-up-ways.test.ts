import { sql } from 'kysely';
import { OrgClock } from '../../config/clock.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import { org, startShopApi, type ShopApi } from '../../graphql/testing/shop-api.js';
import { isOneStatement } from '../one-statement.js';
import { RecordWriter } from '../record-writer.js';

let serial = 0;
const property = (type: string, keywords: object, guanxi: object = {}) => {
  serial += 1;
  return { title: `Field ${serial}`, ...keywords, guanxi: { id: `50000000-0000-4000-8000-${String(serial).padStart(12, '0')}`, type, ...guanxi } };
};
const text = () => property('text', { type: 'string', maxLength: 80 });
const integer = () => property('integer', { type: 'integer' });
const rollUp = (relation: string, operation: string, more: object = {}) => property('rollUp', { readOnly: true }, { relation, operation, ...more });
const object = (name: string, properties: object, rules: readonly object[] = []) => ({ kind: 'object', name, title: name, type: 'object', properties, guanxi: { id: `ways.${name}`, nameField: 'name', rules } });

const documents = [
  object('Holder', {
    name: text(),
    total: rollUp('details', 'sum', { value: 'amount' }),
    number: rollUp('details', 'count'),
    loose: rollUp('looseOnes', 'count'),
    noteCount: rollUp('notes', 'count'),
    under: property('lookup', { type: 'string', format: 'uuid' }, { target: 'Holder', inverse: { name: 'holders' } }),
    below: rollUp('holders', 'count'),
    closed: rollUp('details', 'count', { filter: 'DATEVALUE(doneAt) = DATE(2026, 3, 2)' }),
    double: property('formula', { readOnly: true }, { formula: 'total * 2', result: 'number', scale: 2 }),
  }, [{ id: 'too-much', name: 'Too_Much', when: 'double > 1000 && name = "Small"', message: 'Too much for a small one.' }]),
  object('Detail', {
    name: text(),
    holder: property('masterDetail', { type: 'string', format: 'uuid' }, { target: 'Holder', inverse: { name: 'details' } }),
    amount: property('decimal', { type: 'string', format: 'decimal' }, { precision: 10, scale: 2 }),
    doneAt: property('dateTime', { type: 'string', format: 'date-time' }),
  }),
  object('Loose', { name: text(), holder: property('lookup', { type: 'string', format: 'uuid' }, { target: 'Holder', inverse: { name: 'looseOnes' }, onDelete: 'clear' }) }),
  object('Note', { name: text(), about: property('polymorphicLookup', { type: 'object' }, { targets: ['Holder', 'Loose'], inverse: { name: 'notes' } }) }),
  object('Alone', { name: text(), number: integer() }),
];

let api: ShopApi;
let writer: RecordWriter;

beforeAll(async () => {
  api = await startShopApi();
  await api.publish(documents);
  const published = async () => ({ revision: 1, model: api.model() });
  writer = new RecordWriter({ current: published, refresh: published }, new OrgClock());
});
afterAll(() => api.close());

const transact = <T>(work: (tx: OrgTransaction) => Promise<T>) => api.database.transaction(org, work);
const actor = () => api.actor('ada');

async function create(name: string, rows: Record<string, unknown>[]): Promise<string[]> {
  const made = await transact((tx) => writer.create(tx, actor(), name, rows));
  if ('problems' in made) throw new Error(JSON.stringify(made.problems));
  return made.ids;
}

async function holder(id: string | undefined) {
  const [row] = await api.run<Record<string, unknown>>(sql`select total::text, number, loose, note_count as notes, below, closed from ${sql.id(org.schema, 'holder')} where id = ${id}::uuid`);
  return row;
}

const NONE = { total: '0.00', number: 0, loose: 0, notes: 0, below: 0, closed: 0 };

it('begins with nothing, and sums up thousands of rows of one statement', async () => {
  const [one, other] = await create('Holder', [{ name: 'One' }, { name: 'Other' }]);
  expect(await holder(one)).toEqual(NONE);
  await create('Detail', Array.from({ length: 3000 }, (_, n) => ({ name: `D${n}`, holder: n % 3 === 0 ? other : one, amount: '0.01' })));
  expect(await holder(one)).toEqual({ ...NONE, total: '20.00', number: 2000 });
  expect(await holder(other)).toEqual({ ...NONE, total: '10.00', number: 1000 });
});

it('follows details into the recycle bin with their master and back', async () => {
  const [one] = await create('Holder', [{ name: 'One' }]);
  const [first] = await create('Detail', [{ name: 'a', holder: one, amount: '1' }, { name: 'b', holder: one, amount: '2' }]);
  await transact((tx) => writer.delete(tx, actor(), 'Detail', [first ?? '']));
  await transact((tx) => writer.delete(tx, actor(), 'Holder', [one ?? '']));
  expect(await holder(one)).toEqual(NONE);
  await transact((tx) => writer.restore(tx, actor(), 'Holder', [one ?? '']));
  expect(await holder(one)).toEqual({ ...NONE, total: '2.00', number: 1 });
});

it('follows references that empty themselves, polymorphic ones and those to the same object', async () => {
  const [one] = await create('Holder', [{ name: 'One' }]);
  const [loose] = await create('Loose', [{ name: 'l', holder: one }]);
  const [note] = await create('Note', [{ name: 'n', about: { holder: one } }]);
  const [below] = await create('Holder', [{ name: 'Below', under: one }]);
  expect(await holder(one)).toEqual({ ...NONE, loose: 1, notes: 1, below: 1 });
  await transact((tx) => writer.update(tx, actor(), 'Note', [{ id: note ?? '', values: { about: { loose } } }]));
  await transact((tx) => writer.update(tx, actor(), 'Holder', [{ id: below ?? '', values: { under: null } }]));
  expect(await holder(one)).toEqual({ ...NONE, loose: 1 });
  await transact((tx) => writer.delete(tx, actor(), 'Holder', [one ?? '']));
  expect(await holder(one)).toEqual(NONE);
});

it('knows days in the time zone of the org, not in that of who saves', async () => {
  const [one] = await create('Holder', [{ name: 'One' }]);
  // 2 March in Taipei, 1 March in London.
  await create('Detail', [{ name: 'a', holder: one, amount: '1', doneAt: '2026-03-01T17:00:00.000Z' }]);
  expect(await holder(one)).toMatchObject({ closed: 1 });
});

it('leaves history, version and the time of the last change of the summing record alone', async () => {
  const [one] = await create('Holder', [{ name: 'One' }]);
  await create('Detail', [{ name: 'a', holder: one, amount: '1' }]);
  const [row] = await api.run(sql`select version, (select count(*)::int from ${sql.id(org.schema, '_history')} where record_id = h.id) as history from ${sql.id(org.schema, 'holder')} h where id = ${one}::uuid`);
  expect(row).toEqual({ version: 1, history: 1 });
});

it('takes back what a transaction that fails had carried over', async () => {
  const [one] = await create('Holder', [{ name: 'One' }]);
  const work = transact(async (tx) => {
    await writer.create(tx, actor(), 'Detail', [{ name: 'a', holder: one, amount: '1' }]);
    throw new Error('No.');
  });
  await expect(work).rejects.toThrow('No.');
  expect(await holder(one)).toEqual(NONE);
});

it('can be asked by rules and formulas of the record that sums up', async () => {
  const [one] = await create('Holder', [{ name: 'One' }]);
  await create('Detail', [{ name: 'a', holder: one, amount: '600' }]);
  const rename = (name: string) => transact((tx) => writer.update(tx, actor(), 'Holder', [{ id: one ?? '', values: { name } }]));
  expect(await rename('Small')).toMatchObject({ problems: [{ message: 'Too much for a small one.' }] });
  expect(await rename('Large')).toEqual({ ids: [one] });
  const { data, errors } = await api.ask('mutation ($id: ID!) { updateHolder(id: $id, data: { name: "Larger" }) { total double } }', { id: one });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ updateHolder: { total: '600.00', double: '1200.00' } });
});

it('opens no transaction for writes that no roll-up follows from', () => {
  const model = api.model();
  expect(isOneStatement(model, 'Alone', 'create', { name: 'x' })).toBe(true);
  expect(isOneStatement(model, 'Loose', 'update', { name: 'x' })).toBe(true);
  expect(isOneStatement(model, 'Loose', 'update', { holderId: 'x' })).toBe(false);
  expect(isOneStatement(model, 'Note', 'update', { about: 'x' })).toBe(false);
  expect(isOneStatement(model, 'Detail', 'create', { name: 'x' })).toBe(false);
});

it('answers what the record itself comes to when it is its own child', async () => {
  const [one] = await create('Holder', [{ name: 'One' }]);
  const { data, errors } = await api.ask('mutation ($id: ID!) { updateHolder(id: $id, data: { underId: $id }) { below } }', { id: one });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ updateHolder: { below: 1 } });
});
