import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileReach } from '../compile/compile-reach.js';
import { compileRead } from '../compile/compile-read.js';
import { EVERYTHING } from '../request/condition.js';
import type { PageField, PageRequest } from '../request/read-request.js';
import { compileUpdate } from '../write/compile-update.js';
import { narrowAccess, sharedShop, wideAccess } from './shared-shop.js';
import { SCHEMA } from './shop.js';

const wide = { model: sharedShop, access: wideAccess, schema: SCHEMA };
const narrow = { model: sharedShop, access: narrowAccess, schema: SCHEMA };
const names: PageField = { kind: 'nodes', key: 'nodes', select: [{ kind: 'value', key: 'name', field: 'name' }] };
const page = (select: readonly PageField[]): PageRequest => ({ where: EVERYTHING, orderBy: [{ path: ['createdAt'], direction: 'desc' }], direction: 'forwards', limit: 20, select });
const list = (object: string, ...select: PageField[]) => ({ roots: [{ kind: 'page' as const, key: 'found', object, page: page(select) }] });

// What they find is tested against a slow reference: operations.property.test.ts of the API.
const statements = {
  'shared-list-of-many': () => compileRead(list('Account', names), wide),
  'shared-list-of-few': () => compileRead(list('Account', names), narrow),
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
