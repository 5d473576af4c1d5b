import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type RawBuilder } from 'kysely';
import { statementOf } from '../../testing/statement-of.js';
import { agency } from '../../testing/agency-documents.js';
import { expectGolden, layOutSql } from '../../testing/expect-golden.js';
import { ADA, BOB, org, startShopApi, type Person, type ShopApi } from '../../testing/shop-api.js';

const folder = import.meta.dirname;
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
let api: ShopApi;

beforeAll(async () => {
  api = await startShopApi(agency);
  await fill('region', 'id uuid, name text, tax numeric', [{ id: id(1), name: 'North', tax: '5' }, { id: id(2), name: 'South', tax: null }]);
  await fill('account', 'id uuid, name text, segment text, channels text[], region_id uuid, "limit" numeric, total numeric, total__sum numeric, open bigint', [
    { id: id(11), name: 'Ann', segment: 'retail', channels: ['call', 'mail'], region_id: id(1), limit: '100.00', total: '250.50', total__sum: '250.5', open: 1 },
    { id: id(12), name: '王小明', segment: 'industry', channels: ['visit'], region_id: id(2), limit: '500.00', total: '30.00', total__sum: '30', open: 0 },
    { id: id(13), name: 'Cyd', segment: 'retail', channels: null, region_id: null, limit: null, total: '0', total__sum: '0', open: 0 },
  ]);
  await fill('deal', 'id uuid, owner_id uuid, name text, account_id uuid, stage text, amount numeric, discount numeric, closed_on date', [
    { id: id(21), owner_id: ADA, name: 'First', account_id: id(11), stage: 'won', amount: '200.50', discount: '10', closed_on: '2026-01-15' },
    { id: id(22), owner_id: BOB, name: 'Second', account_id: id(11), stage: 'open', amount: '50.00', discount: null, closed_on: '2026-04-01' },
    { id: id(23), owner_id: BOB, name: 'Third', account_id: id(12), stage: 'lost', amount: '30.00', discount: '33.33', closed_on: '2025-11-30' },
    { id: id(24), owner_id: ADA, name: 'Fourth', account_id: null, stage: 'won', amount: '75.00', discount: '0', closed_on: null },
  ]);
  await fill('product', 'id uuid, name text, price numeric', [{ id: id(31), name: 'Desk', price: '99.00' }, { id: id(32), name: 'Lamp', price: '20.00' }]);
  await fill('deal_line', 'id uuid, name text, deal_id uuid, product_id uuid, quantity bigint', [
    { id: id(41), name: 'a', deal_id: id(21), product_id: id(31), quantity: 2 },
    { id: id(42), name: 'b', deal_id: id(21), product_id: id(32), quantity: 1 },
    { id: id(43), name: 'c', deal_id: id(22), product_id: id(32), quantity: 5 },
  ]);
  await fill('note', 'id uuid, name text, regarding_account_id uuid, regarding_deal_id uuid', [
    { id: id(51), name: 'Call Ann', regarding_account_id: id(11) },
    { id: id(52), name: 'Send the offer', regarding_deal_id: id(22) },
    { id: id(53), name: 'About nothing' },
  ]);
  await fill('_file', 'id uuid, name text, content_type text, size bigint, sha256 text', [{ id: id(71), name: 'ada.png', content_type: 'image/png', size: 2048, sha256: 'f00d' }]);
  await fill('_currency_rate', 'code text, starts_on date, rate numeric', [{ code: 'USD', starts_on: '2026-01-01', rate: '0.032' }, { code: 'USD', starts_on: '2026-02-01', rate: '0.04' }]);
  const columns = 'id uuid, name jsonb, home jsonb, position jsonb, photo_id uuid, talked bigint, call_at time, remarks text, answers jsonb, tax_number text, currency text, since date, fee numeric';
  await fill('contact', columns, [
    { id: id(61), name: { first: 'Ada', last: 'Lovelace' }, home: { street: '12 St James', city: 'London', country: 'GB' }, position: { latitude: '51.5', longitude: '-0.13' }, photo_id: id(71), talked: 5400, call_at: '14:30:00', remarks: '<p>Likes <b>numbers</b></p>', answers: { size: [1, 2.5] }, tax_number: 'g1:cipher', currency: 'USD', since: '2026-01-20', fee: '32.00' },
    { id: id(62), name: { first: '小明', last: '王' }, home: { city: '臺北市', country: 'TW' }, currency: 'TWD', fee: '99.00' },
    { id: id(63), name: { last: 'Zuse' }, currency: 'JPY', fee: '7.00', talked: 60 },
  ]);
});
afterAll(() => api.close());

/** Rows as they are, without the writer: what is maintained is given. */
async function fill(table: string, columns: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const own = columns.split(', ').map((column) => column.split(' ')[0] ?? '').filter((column) => column !== 'owner_id');
  const owner = columns.includes('owner_id') ? sql`r.owner_id` : sql`${ADA}::uuid`;
  const stamps: readonly (readonly [string, RawBuilder<unknown>])[] = [['owner_id', owner], ['created_by', sql`${ADA}::uuid`], ['created_at', sql`'2026-01-01'`], ['updated_by', sql`${ADA}::uuid`], ['updated_at', sql`'2026-01-01'`], ['version', sql`1`]];
  const given = stamps.filter(([name]) => !table.startsWith('_') || (table === '_file' && name.startsWith('created')));
  const target = sql.join([...given.map(([name]) => sql.id(name)), ...own.map((name) => sql.raw(name))]);
  const values = sql.join([...given.map(([, value]) => value), ...own.map((name) => sql.raw(name))]);
  await api.run(sql`insert into ${sql.id(org.schema, table)} (${target}) select ${values} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${sql.raw(columns)})`);
}

const names = readdirSync(folder).filter((file) => file.endsWith('.graphql')).map((file) => file.replace(/\.graphql$/, ''));

it.each(names)('%s: request, statement and answer', async (name) => {
  const document = readFileSync(join(folder, `${name}.graphql`), 'utf8');
  // The SQL of functions belongs to the formula language: where it stands in the way of reading, the answer alone is kept.
  const [, person = 'ada', alone] = /^# (bob|ada)(, the answer alone)?$/m.exec(document) ?? [];
  const answer = await api.ask(document, {}, person as Person);
  expect(answer.errors).toBeUndefined();
  expect(api.failures()).toEqual([]);
  if (alone === undefined) expectGolden(join(folder, `${name}.sql`), layOutSql(statementOf(api, document, {}, person as Person)));
  expectGolden(join(folder, `${name}.json`), JSON.stringify(answer.data, null, 1));
});
