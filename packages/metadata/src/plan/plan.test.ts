import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { MetadataDocument } from '../document/documents.js';
import { parseDocuments } from '../document/parse-documents.js';
import type { Model } from '../model/model.js';
import { field, objectDocument } from '../testing/object-document.js';
import { PERSON, createOrgDatabase, textOf, type OrgDatabase } from '../testing/org-database.js';
import { plan } from './plan.js';
import type { PlannedChange } from './planned-change.js';

let database: OrgDatabase;
beforeAll(async () => {
  database = await createOrgDatabase();
});
afterAll(() => database.drop());

function modelOf(...documents: readonly MetadataDocument[]): Model {
  const parsed = parseDocuments(documents);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, undefined, 2));
  return parsed.value;
}

const fields = {
  name: field('text', { id: 'name' }, { title: 'Name' }),
  email: field('text', { id: 'email' }, { title: 'Email' }),
  score: field('integer', { id: 'score' }, { title: 'Score' }),
};
const before = modelOf(objectDocument('Customer', fields, { required: ['name'] }));

/** Three customers: two share an e-mail address, one has none and the longest name. */
async function orgWithRows(): Promise<void> {
  await database.makeOrg('org');
  await database.publish(null, before, 'org');
  await database.run(sql`insert into org.customer (id, owner_id, created_at, created_by, updated_at, updated_by, name, email, score) values
    ('00000000-0000-7000-8000-0000000000a1', ${PERSON}, '2026-01-03', ${PERSON}, '2026-01-03', ${PERSON}, 'Ada', 'ada@example.com', 7),
    ('00000000-0000-7000-8000-0000000000a2', ${PERSON}, '2026-01-02', ${PERSON}, '2026-01-02', ${PERSON}, 'Bea', 'ada@example.com', 12),
    ('00000000-0000-7000-8000-0000000000a3', ${PERSON}, '2026-01-01', ${PERSON}, '2026-01-01', ${PERSON}, 'Constantine', null, null)`);
}

interface Seen {
  readonly change: PlannedChange;
  readonly count: number | undefined;
  readonly names: readonly (string | null)[];
}

function binned(change: PlannedChange | undefined) {
  const puts = change?.bin?.puts;
  if (!puts) throw new Error('Nothing was put aside.');
  return puts;
}

async function look(to: Model, kind: string): Promise<Seen> {
  const change = plan(before, to, { schema: 'org' }).find((one) => one.kind === kind);
  if (!change) throw new Error(`The plan has no ${kind}.`);
  const [counted] = change.count ? await database.run<{ count: number }>(change.count) : [];
  const examples = change.examples ? await database.run<{ name: string | null }>(change.examples) : [];
  return { change, count: counted?.count, names: examples.map((row) => row.name) };
}

const customer = (properties: object, required: readonly string[] = ['name'], name = 'Customer') =>
  modelOf(objectDocument(name, properties as typeof fields, { id: 'customer', required }));

describe('a plan over records', () => {
  beforeEach(orgWithRows);

  it('counts records without a value before a field becomes required, and names some', async () => {
    const seen = await look(customer(fields, ['name', 'email']), 'makeRequired');
    expect(seen).toMatchObject({ count: 1, names: ['Constantine'], change: { risk: 'narrowing', blockedWhenCounted: true } });
    await expect(database.publish(before, customer(fields, ['name', 'email']), 'org')).rejects.toThrow('null values');
  });

  it('fills records without a value with the default of a field that becomes required', async () => {
    const to = customer({ ...fields, score: field('integer', { id: 'score' }, { default: 1 }) }, ['name', 'score']);
    expect(await look(to, 'makeRequired')).toMatchObject({ count: 1, change: { risk: 'rewriting', blockedWhenCounted: false } });
    await database.publish(before, to, 'org');
    expect(await database.run(sql`select score::int from org.customer order by id`)).toEqual([{ score: 7 }, { score: 12 }, { score: 1 }]);
  });

  it('counts records that share their value before a field becomes unique', async () => {
    const to = customer({ ...fields, email: field('text', { id: 'email', unique: true }) });
    expect(await look(to, 'addUnique')).toMatchObject({ count: 2, names: ['Ada', 'Bea'], change: { blockedWhenCounted: true } });
  });

  it('blocks a new required field without a default, and fills one with a default', async () => {
    const without = customer({ ...fields, tier: field('text', { id: 'tier' }) }, ['name', 'tier']);
    expect(await look(without, 'addField')).toMatchObject({ count: 3, change: { risk: 'narrowing', blockedWhenCounted: true } });
    const filled = customer({ ...fields, tier: field('text', { id: 'tier' }, { default: "gold 'n' more" }) }, ['name', 'tier']);
    await database.publish(before, filled, 'org');
    expect(await database.run(sql`select distinct tier from org.customer`)).toEqual([{ tier: "gold 'n' more" }]);
  });

  it('numbers existing records in the order they were made', async () => {
    await database.publish(before, customer({ ...fields, number: field('autoNumber', { id: 'number', format: 'C-{000}' }) }), 'org');
    expect(await database.run(sql`select name, number from org.customer order by number`)).toEqual([
      { name: 'Constantine', number: 'C-001' },
      { name: 'Bea', number: 'C-002' },
      { name: 'Ada', number: 'C-003' },
    ]);
  });

  it('says how many values are lost with a field, and asks', async () => {
    const { email: _, ...rest } = fields;
    expect(await look(customer(rest), 'removeField')).toMatchObject({ count: 2, names: ['Ada', 'Bea'], change: { risk: 'destroying', field: 'email' } });
  });

  it('keeps values through a rename of field and object', async () => {
    const to = customer({ name: fields.name, mail: fields.email, score: fields.score }, ['name'], 'Client');
    expect(plan(before, to, { schema: 'org' }).map((change) => change.kind)).toEqual(['renameObject', 'renameField', 'changeObject']);
    await database.publish(before, to, 'org');
    expect(await database.run(sql`select mail from org.client where name = 'Ada'`)).toEqual([{ mail: 'ada@example.com' }]);
  });

  it('lets two fields trade names', async () => {
    await database.publish(before, customer({ name: fields.name, score: fields.email, email: fields.score }), 'org');
    expect(await database.run(sql`select score, email::int from org.customer where name = 'Ada'`)).toEqual([{ score: 'ada@example.com', email: 7 }]);
  });

  it('counts values that a shorter text does not hold; a longer one takes all', async () => {
    const shorter = customer({ ...fields, name: field('text', { id: 'name' }, { maxLength: 5 }) });
    expect(await look(shorter, 'changeFieldSettings')).toMatchObject({ count: 1, names: ['Constantine'], change: { risk: 'narrowing', statements: [] } });
    const back = plan(shorter, before, { schema: 'org' }).find((change) => change.kind === 'changeFieldSettings');
    expect(back).toMatchObject({ risk: 'online', blockedWhenCounted: false });
  });

  it('converts values to another kind, and counts those that cannot be', async () => {
    const toText = customer({ ...fields, score: field('text', { id: 'score' }) });
    await database.publish(before, toText, 'org');
    expect(await database.run(sql`select score from org.customer order by id`)).toEqual([{ score: '7' }, { score: '12' }, { score: null }]);
    await orgWithRows();
    const toNumber = customer({ ...fields, name: field('text', { id: 'name' }), email: field('integer', { id: 'email' }) });
    expect(await look(toNumber, 'changeFieldKind')).toMatchObject({ count: 2, names: ['Ada', 'Bea'], change: { risk: 'narrowing' } });
  });

  it('asks before a field begins empty because no value can be converted', async () => {
    const to = customer({ ...fields, score: field('user', { id: 'score' }) });
    expect(await look(to, 'changeFieldKind')).toMatchObject({ count: 2, change: { risk: 'destroying', blockedWhenCounted: false } });
    await database.publish(before, to, 'org');
    expect(await database.run(sql`select score_id from org.customer where score_id is not null`)).toEqual([]);
  });

  it('works a stored formula out for every record, and again when the formula is another one', async () => {
    const withFormula = (formula: string) => customer({ ...fields, double: field('formula', { id: 'double', formula, result: 'number', scale: 0, stored: true }, { type: 'string' }) });
    const first = withFormula('score * 2');
    expect(await look(first, 'addField')).toMatchObject({ count: 3, change: { risk: 'rewriting' } });
    await database.publish(before, first, 'org');
    await database.publish(first, withFormula('score * 3'), 'org');
    expect(await database.run(sql`select "double"::int from org.customer order by id`)).toEqual([{ double: 21 }, { double: 36 }, { double: null }]);
  });

  it('stores formulas that compare texts, use a value several times', async () => {
    const stored = (id: string, formula: string) => field('formula', { id, formula, result: 'text', stored: true }, { type: 'string' });
    const to = customer({
      ...fields,
      letter: stored('letter', 'IF("a" = "a", LEFT(name, 1), "?")'),
      grade: stored('grade', 'CASE(LEFT(name, 1), "A", "first", "B", "second", IF(name < "D", "third" & LEFT(name, 1), "late"))'),
    });
    await database.publish(before, to, 'org');
    expect(await database.run(sql`select letter, grade from org.customer order by id`)).toEqual([{ letter: 'A', grade: 'first' }, { letter: 'B', grade: 'second' }, { letter: 'C', grade: 'thirdC' }]);
  });

  it('puts what is removed aside, and takes it back with its values', async () => {
    const { email: _, ...rest } = fields;
    const without = customer(rest);
    const [removal] = await database.publish(before, without, 'org', { revision: 2 });
    expect(removal?.sentence('en')).toBe('The field “Email” is removed from “Customer” with its values; for 30 days it can be brought back.');
    const back = await database.publish(without, before, 'org', { revision: 3, bin: [{ id: 'b', ...binned(removal) }] });
    expect(back.map(({ kind, bin }) => [kind, bin])).toEqual([['addField', { takes: 'b' }]]);
    expect(await database.run(sql`select count(email)::int as count from org.customer`)).toEqual([{ count: 2 }]);
  });

  it('puts a whole object aside, and takes it back with its records', async () => {
    const other = modelOf(objectDocument('Other', { name: field('text', { id: 'n' }) }));
    const [removal] = await database.publish(before, other, 'org', { revision: 2 });
    const back = modelOf(objectDocument('Customer', fields, { required: ['name'] }), objectDocument('Other', { name: field('text', { id: 'n' }) }));
    await database.publish(other, back, 'org', { revision: 3, bin: [{ id: 'b', ...binned(removal) }] });
    expect(await database.run(sql`select count(*)::int as count from org.customer`)).toEqual([{ count: 3 }]);
    const changed = modelOf(objectDocument('Customer', { ...fields, score: field('decimal', { id: 'score' }) }, { required: ['name'] }), objectDocument('Other', { name: field('text', { id: 'n' }) }));
    expect(plan(other, changed, { schema: 'org', bin: [{ id: 'b', ...binned(removal) }] })[0]).toMatchObject({ kind: 'createObject', blockedWhenCounted: true });
  });

  it('brings a column back that another kind had taken the place of', async () => {
    const to = customer({ ...fields, score: field('user', { id: 'score' }) });
    const [change] = await database.publish(before, to, 'org', { revision: 2 });
    await database.publish(to, before, 'org', { revision: 3, bin: [{ id: 'b', ...binned(change) }] });
    expect(await database.run(sql`select score::int from org.customer order by id`)).toEqual([{ score: 7 }, { score: 12 }, { score: null }]);
  });

  it('makes indexes for rules against duplicates', async () => {
    const match = [{ field: 'email', how: 'exact' as const }, { field: 'name', how: 'fuzzy' as const }];
    const duplicates = [{ id: 'd', name: 'same', title: 'Same', match, onSave: 'warn' as const }];
    const to = modelOf(objectDocument('Customer', fields, { required: ['name'], guanxi: { duplicates } }));
    expect((await database.publish(before, to, 'org')).map(({ kind, risk }) => [kind, risk])).toEqual([['changeDuplicateRules', 'online']]);
    const indexes = await database.run<{ name: string }>(sql`select indexname as name from pg_indexes where schemaname = 'org' order by indexname`);
    expect(indexes.map(({ name }) => name)).toEqual(expect.arrayContaining(['customer__email__same', 'customer__name__like']));
  });

  it('makes an object private whose records an upgrade has put in the order of their owners already', async () => {
    const of = (sharing: 'public' | 'private') => modelOf(objectDocument('Customer', fields, { required: ['name'], guanxi: { sharing: { default: sharing === 'public' ? 'read' : 'private' } } }));
    await database.publish(before, of('public'), 'org');
    await database.run(sql`create index customer__owner_id__id__idx on org.customer (owner_id, id) where deleted_at is null`);
    expect((await database.publish(of('public'), of('private'), 'org')).map(({ risk }) => risk)).not.toContain('blocked');
  });

  it('leaves indexes and checks of a large table for afterwards', () => {
    const to = customer({ ...fields, email: field('text', { id: 'email', unique: true }), score: field('integer', { id: 'score', indexed: true }) }, ['name', 'score']);
    const changes = plan(before, to, { schema: 'org', isLarge: () => true });
    expect(changes.flatMap(({ kind, afterwards }) => afterwards.map(({ statement }) => [kind, textOf(statement)]))).toEqual([
      ['makeRequired', 'alter table "org"."customer" validate constraint "customer__score__required"'],
      ['addUnique', 'create unique index concurrently "customer__email__key" on "org"."customer" ("email") where deleted_at is null'],
      ['indexField', 'create index concurrently "customer__score__idx" on "org"."customer" ("score", id) where deleted_at is null'],
      // A private object's: what people see of it are the records of some owners.
      ['indexField', 'create index concurrently if not exists "customer__owner_id__score__idx" on "org"."customer" (owner_id, "score", id) where deleted_at is null'],
    ]);
  });

  it('counts the records that go with an object', async () => {
    const to = modelOf(objectDocument('Other', { name: field('text', { id: 'n' }) }));
    expect(await look(to, 'removeObject')).toMatchObject({ count: 3, change: { risk: 'destroying', object: 'Customer' } });
  });
});

describe('the sentences of a plan', () => {
  it('are in the language of the reader', () => {
    const titled = { ...fields.email, guanxi: { ...fields.email.guanxi, titles: { 'zh-TW': '郵件', 'zh-CN': '邮件' } } };
    const from = customer({ ...fields, email: titled });
    const change = plan(from, customer({ name: fields.name, score: fields.score }), { schema: 'org' })[0];
    expect(['en-GB', 'zh-Hant-HK', 'zh-CN', 'de'].map((locale) => change?.sentence(locale))).toEqual([
      'The field “Email” is removed from “Customer”, and its values are lost.',
      '從「Customer」移除欄位「郵件」，其值將會遺失。',
      '从“Customer”移除字段“邮件”，其值将会丢失。',
      'The field “Email” is removed from “Customer”, and its values are lost.',
    ]);
  });
});

describe('the SQL of a plan', () => {
  const orders = objectDocument('Order', {
    number: field('autoNumber', { id: 'number', format: 'ORD-{0000}' }),
    customer: field('lookup', { id: 'customer', target: 'Customer', inverse: { name: 'orders' } }),
    orderedOn: field('date', { id: 'day' }),
    amount: field('currency', { id: 'amount' }),
  }, { required: ['customer', 'orderedOn'] });
  const shop = modelOf(objectDocument('Customer', fields, { required: ['name'] }), orders);

  it.each<[string, Model | null, Model]>([
    ['create-objects', null, shop],
    ['add-and-convert', before, customer({ ...fields, score: field('decimal', { id: 'score' }), tier: field('picklist', { id: 'tier' }, { default: 'one' }) }, ['name', 'tier'])],
    ['rename-and-unique', before, customer({ name: fields.name, mail: field('text', { id: 'email', unique: true }), score: fields.score }, ['name'], 'Client')],
    ['remove-object', shop, before],
  ])('is as reviewed: %s', (name, from, to) => {
    const text = plan(from, to, { schema: 'org' })
      .map((change) => [`-- ${change.kind} (${change.risk}): ${change.sentence('en')}`, ...change.statements.map((statement) => `${textOf(statement)};`)].join('\n'))
      .join('\n\n');
    expectGolden(`${name}.sql`, `${text}\n`);
  });
});

function expectGolden(name: string, text: string): void {
  const path = join(import.meta.dirname, 'golden', name);
  if (process.env['UPDATE_GOLDEN'] || !existsSync(path)) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
