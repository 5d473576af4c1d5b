import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCreate } from '../write/compile-create.js';
import { compileDelete, compileRestore } from '../write/compile-delete.js';
import { compileUpdate } from '../write/compile-update.js';
import { oneRow } from '../write/one-row.js';
import { resolveAccess } from '../access/resolve-access.js';
import { ADA, adminAccess, salesAccess, SCHEMA, shop } from './shop.js';
import { ruledShop } from './ruled-shop.js';

const admin = { model: shop, access: adminAccess, schema: SCHEMA };
const sales = { model: shop, access: salesAccess, schema: SCHEMA };
const ruled = { model: ruledShop, access: resolveAccess(ruledShop, [], { userId: ADA, admin: true }), schema: SCHEMA };
const select = (...fields: string[]) => fields.map((field) => ({ kind: 'value', key: field, field }) as const);

// Each statement beside the request it comes from; what they do to a database is tested in write.test.ts.
const requests = {
  'create-order': () => compileCreate({ object: 'Order', fields: ['amount', 'customer'], select: select('id', 'number', 'amount'), answer: 'one' }, admin),
  'create-customers': () => compileCreate({ object: 'Customer', fields: ['code', 'name', 'owner'], select: select('id'), answer: 'many' }, admin),
  'update-own-customer': () => compileUpdate({ object: 'Customer', fields: ['name', 'seenAt'], select: select('name', 'version'), answer: 'one' }, sales),
  'update-uneven-customers': () => compileUpdate({ object: 'Customer', fields: ['code', 'name'], uneven: true, select: [], answer: 'many' }, admin),
  'create-one-order': () => compileCreate({ object: 'Order', fields: ['amount', 'customer'], select: select('id', 'number', 'amount'), answer: 'one' }, { ...admin, revision: 7 }, oneRow),
  'update-one-customer': () => compileUpdate({ object: 'Customer', fields: ['name', 'seenAt'], select: select('name', 'version'), answer: 'one' }, { ...admin, revision: 7 }, oneRow),
  'update-one-own-customer': () => compileUpdate({ object: 'Customer', fields: ['code'], select: select('code'), answer: 'one' }, { ...sales, revision: 7 }, oneRow),
  'delete-customer': () => compileDelete({ object: 'Customer', fields: [], select: select('name'), answer: 'one' }, admin),
  'create-ruled': () => compileCreate({ object: 'Offer', fields: ['customer', 'price', 'stage'], select: [], answer: 'many' }, { ...ruled, revision: 7 }),
  'update-ruled': () => compileUpdate({ object: 'Offer', fields: ['price', 'stage'], uneven: true, select: [], answer: 'many' }, ruled),
  'restore-customer': () => compileRestore({ object: 'Customer', fields: [], select: [], answer: 'many' }, admin),
};

it.each(Object.entries(requests))('%s is written by this statement', (name, compile) => {
  const file = join(import.meta.dirname, `${name}.sql`);
  const text = `${layOut(compile().text)}\n`;
  if (process.env['UPDATE_GOLDEN'] || (!existsSync(file) && !process.env['CI'])) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
});

/** One table of the statement per line. */
function layOut(text: string): string {
  return text.replace(/(?<=[),] ?)(?=\b(?:input|held|state|problem|difference|record|history|event) as )/g, '\n').replace(/\) select (?=null::text as problems|case when r\.id is null|\(select json_agg\(p )/, ')\nselect ');
}
