import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import fc from 'fast-check';
import { sql, type RawBuilder } from 'kysely';
import { compileText } from '../testing/compile-text.js';
import { shopModel } from '../testing/shop.js';
import { joinRecordAsOf, recordsAtChanges } from './record-as-of.js';

const customer = shopModel().objectByName.get('Customer');
const fields = new Set(['name', 'status', 'renewsOn']);
const CUSTOMERS = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('past');
  await database.pool.query(`
    create schema org_a;
    create table org_a._history (id bigint generated always as identity primary key, object text, record_id uuid, kind text, changes jsonb, at timestamptz);
    create table org_a.customer (id uuid primary key, name text, status text, renews_on date)`);
});
afterAll(() => database.drop());

const old = fc.constantFrom('"Ada"', '"active"', '"1997-01-02"', 'null', '7');
const row = fc.record({
  record: fc.constantFrom(...CUSTOMERS),
  kind: fc.constantFrom('created', 'updated', 'updated', 'updated', 'deleted'),
  /** Several changes may be of one instant, and ids need not be in the order of time. */
  second: fc.nat(6),
  changes: fc.dictionary(fc.constantFrom('name', 'status', 'renewsOn', 'gone'), old, { maxKeys: 3 }),
});

it('tells by one pass over the history what a look back for each of its rows tells', async () => {
  if (!customer) throw new RangeError('There are no customers.');
  const asked = { schema: 'org_a', object: customer, alias: 'record', fields };
  const onePass = recordsAtChanges({ ...asked, condition: sql`history.kind <> 'deleted'` });
  const lookBack = sql`org_a._history as history ${joinRecordAsOf({ ...asked, id: sql`history.record_id`, at: sql`history.at` })}`;
  await fc.assert(fc.asyncProperty(fc.array(row, { maxLength: 14 }), async (rows) => {
    await database.pool.query('truncate org_a._history, org_a.customer');
    await database.pool.query("insert into org_a.customer select unnest($1::uuid[]), 'Now', 'left', '1998-01-01'", [CUSTOMERS]);
    for (const { record, kind, second, changes } of rows) {
      const kept = `{${Object.entries(changes).map(([name, was]) => `"${name}": [${was}, "later"]`).join(',')}}`;
      await database.pool.query("insert into org_a._history (object, record_id, kind, changes, at) values ('o-customer', $1, $2, $3, to_timestamp($4))", [record, kind, kept, second]);
    }
    expect(await read(onePass, sql`true`)).toEqual(await read(lookBack, sql`history.kind <> 'deleted'`));
  }), { numRuns: 60 });
});

async function read(from: RawBuilder<unknown>, where: RawBuilder<unknown>): Promise<unknown[]> {
  const { text, values } = compileText(sql`select history.id, record.id as record, record.name, record.status, record.renews_on::text from ${from} where ${where} order by history.id`);
  return (await database.pool.query(text, values)).rows;
}
