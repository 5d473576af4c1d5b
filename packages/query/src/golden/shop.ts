import type { FieldTypeName } from '@guanxi/field-types';
import { parseDocuments, plan, type Model } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { resolveAccess } from '../access/resolve-access.js';
import { orgTable } from '../org-tables.js';
import { compileStatement } from '../statement/statement.js';

/** A small org for the tests of this package: customers with orders, and people. */
export const SCHEMA = 'org_0123456789ab';
export const ADA = '00000000-0000-7000-8000-00000000ada0';
export const BOB = '00000000-0000-7000-8000-00000000b0b0';

let serial = 0;

function property(type: FieldTypeName, keywords: object, guanxi: object = {}) {
  serial += 1;
  const id = `10000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
  return { title: `Field ${serial}`, type: 'string', ...keywords, guanxi: { id, type, ...guanxi } };
}

const customer = {
  kind: 'object',
  name: 'Customer',
  title: 'Customer',
  type: 'object',
  required: ['name'],
  properties: {
    name: property('text', { maxLength: 80 }),
    code: property('text', { maxLength: 20 }, { externalId: true, unique: true }),
    email: property('email', { format: 'email' }),
    status: property('picklist', { enum: ['active', 'paused'] }, { values: [{ value: 'active', label: 'Active' }, { value: 'paused', label: 'Paused' }] }),
    rating: property('integer', { type: 'integer' }),
    score: property('decimal', { format: 'decimal' }, { precision: 10, scale: 2 }),
    vip: property('boolean', { type: 'boolean' }),
    birthday: property('date', { format: 'date' }),
    seenAt: property('dateTime', { format: 'date-time' }),
  },
  guanxi: { id: '20000000-0000-4000-8000-000000000001', nameField: 'name' },
};

const order = {
  kind: 'object',
  name: 'Order',
  title: 'Order',
  type: 'object',
  properties: {
    number: property('autoNumber', {}, { format: 'O-{0000}' }),
    customer: property('lookup', { format: 'uuid' }, { target: 'Customer', inverse: { name: 'orders' } }),
    amount: property('currency', { format: 'decimal' }, { precision: 12, scale: 2 }),
    orderedOn: property('date', { format: 'date' }),
  },
  guanxi: { id: '20000000-0000-4000-8000-000000000002', nameField: 'number' },
};

const sales = {
  kind: 'permissions',
  name: 'sales',
  title: 'Sales',
  objects: {
    Customer: { read: 'own', create: true, edit: 'own', fields: { score: { read: false }, rating: { edit: false } } },
    Order: { read: 'all' },
  },
  guanxi: { id: '20000000-0000-4000-8000-000000000003' },
};

export const shop: Model = readShop();
export const adminAccess = resolveAccess(shop, [], { userId: ADA, admin: true });
export const salesAccess = resolveAccess(shop, ['sales'], { userId: BOB, admin: false });

function readShop(): Model {
  const parsed = parseDocuments([customer, order, sales]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.value;
}

interface Runner {
  query(query: { text: string; values: unknown[] }): Promise<unknown>;
}

/** Makes the schema with the tables of the shop and its two people. */
export async function createShop(pool: Runner): Promise<void> {
  const run = (builder: RawBuilder<unknown>) => {
    const { text, parameters } = compileStatement(builder);
    return pool.query({ text, values: [...parameters] });
  };
  await run(sql`create schema ${sql.id(SCHEMA)}`);
  await run(sql`create table ${orgTable(SCHEMA, 'user')} (id uuid primary key, name text not null, email text not null, active boolean not null, manager_id uuid)`);
  await run(sql`create table ${orgTable(SCHEMA, 'history')} (id bigint generated always as identity primary key, object text not null, record_id uuid not null,
    kind text not null, changes jsonb not null, actor_id uuid, source text not null, operation_id uuid, at timestamptz not null)`);
  await run(sql`create table ${orgTable(SCHEMA, 'event')} (lane smallint not null, history_id bigint not null, primary key (lane, history_id))`);
  await run(sql`insert into ${orgTable(SCHEMA, 'user')} values (${ADA}, 'Ada', 'ada@example.com', true), (${BOB}, 'Bob', 'bob@example.com', true)`);
  for (const statement of plan(null, shop, { schema: SCHEMA }).flatMap(({ statements }) => statements)) await run(statement);
}
