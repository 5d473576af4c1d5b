import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileReach } from '../compile/compile-reach.js';
import { compileRead } from '../compile/compile-read.js';
import { EVERYTHING } from '../request/condition.js';
import { constant } from '../request/operand.js';
import type { PageField, PageRequest } from '../request/read-request.js';
import { compileUpdate } from '../write/compile-update.js';
import { accessOf, sharedShop, wideAccess } from './shared-shop.js';
import { SCHEMA } from './shop.js';

const wide = { model: sharedShop, access: wideAccess, schema: SCHEMA };
const handful = { ...wide, access: accessOf('handful') };
const own = { ...wide, access: accessOf('own') };
const narrow = { ...wide, access: accessOf('narrow') };
const few = { ...wide, access: accessOf('few') };
const most = { ...wide, access: accessOf('most') };
const names: PageField = { kind: 'nodes', key: 'nodes', select: [{ kind: 'value', key: 'name', field: 'name' }] };
const page = (select: readonly PageField[]): PageRequest => ({ where: EVERYTHING, orderBy: [{ path: ['createdAt'], direction: 'desc' }], direction: 'forwards', limit: 20, select });
const list = (object: string, ...select: PageField[]) => ({ roots: [{ kind: 'page' as const, key: 'found', object, page: page(select) }] });
const sorted = (field: string) => ({ roots: [{ kind: 'page' as const, key: 'found', object: 'Account', page: { ...page([names]), orderBy: [{ path: [field], direction: 'asc' as const }] } }] });
const byValue = (field: string, value: string) => ({ roots: [{ kind: 'page' as const, key: 'found', object: 'Account', page: { ...page([names]), where: { field, operator: 'eq' as const, operand: constant(value) }, orderBy: [{ path: ['id'], direction: 'asc' as const }] } }] });
const counted: PageField = { kind: 'aggregate', key: 'aggregate', select: [{ kind: 'count', key: 'count' }] };

// What they find is tested against a slow reference: operations.property.test.ts of the API.
const statements = {
  'shared-list-of-many': () => compileRead(list('Account', names), wide),
  'shared-list-of-one': () => compileRead(list('Account', names), own),
  'shared-list-of-a-handful-by-a-value': () => compileRead(byValue('since', '2026-01-01'), handful),
  'shared-list-of-few': () => compileRead(list('Account', names), narrow),
  'shared-list-of-few-sorted': () => compileRead(sorted('region'), narrow),
  'shared-list-of-some': () => compileRead(list('Account', names), few),
  'shared-list-of-some-sorted': () => compileRead(sorted('region'), few),
  'shared-list-of-some-in-the-order-of-an-index': () => compileRead(sorted('since'), few),
  'shared-list-of-some-by-a-value': () => compileRead(byValue('since', '2026-01-01'), few),
  'shared-aggregate-of-some': () => compileRead(list('Account', counted), few),
  'shared-list-of-most': () => compileRead(list('Account', names), most),
  'shared-aggregate-of-most': () => compileRead(list('Account', counted), most),
  'shared-count': () => compileRead(list('Account', { kind: 'totalCount', key: 'totalCount' }), wide),
  'shared-through-parent': () => compileReach('Visit', wide),
  'shared-update': () => compileUpdate({ object: 'Account', fields: ['name'], select: [], answer: 'one' }, wide),
};

it.each(Object.entries(statements))('%s is this statement', (name, compile) => {
  const file = join(import.meta.dirname, `${name}.sql`);
  const text = `${layOut(compile().text)}\n`;
  if (process.env['UPDATE_GOLDEN'] || (!existsSync(file) && !process.env['CI'])) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
});

/** Each question about a record on a line of its own. */
function layOut(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/ (?=(?:or exists|or \(exists|union all|cross join lateral|where|held as|state as|problem as|record as|history as|event as) ?)/g, '\n');
}
