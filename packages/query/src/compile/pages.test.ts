import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import fc from 'fast-check';
import { ADA, adminAccess, createShop, SCHEMA, shop } from '../golden/shop.js';
import { constant } from '../request/operand.js';
import { EVERYTHING } from '../request/condition.js';
import type { OrderKey, PageRequest } from '../request/read-request.js';
import { bindStatement } from '../statement/statement.js';
import { assembleAnswer, compileRead } from './compile-read.js';
import { readCursorBlanks } from './cursor.js';

interface Page {
  nodes: { id: string }[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('query_pages');
  await createShop(database.pool);
  const stamps = `'${ADA}', '${ADA}', now(), '${ADA}', now(), 1`;
  await database.pool.query(
    `insert into ${SCHEMA}.customer (owner_id, created_by, created_at, updated_by, updated_at, version, id, name, rating, score, seen_at)
     select ${stamps}, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'N' || n % 3, nullif(n % 4, 0), nullif(n % 5, 0) * 1.5,
       nullif(timestamptz '2026-01-01' + n % 2 * interval '1.123456 seconds', '2026-01-01')
     from generate_series(1, 23) n`,
  );
  await database.pool.query(
    `insert into ${SCHEMA}.order (owner_id, created_by, created_at, updated_by, updated_at, version, id, customer_id, amount)
     select ${stamps}, ('00000000-0000-7000-8000-' || lpad((100 + n)::text, 12, '0'))::uuid, c.id, nullif(n % 3, 0)
     from generate_series(1, 40) n left join ${SCHEMA}.customer c on c.id = ('00000000-0000-7000-8000-' || lpad((n % 30)::text, 12, '0'))::uuid`,
  );
});
afterAll(() => database.drop());

const node = [{ kind: 'value', key: 'id', field: 'id' }] as const;
const select: PageRequest['select'] = [
  { kind: 'nodes', key: 'nodes', select: node },
  { kind: 'edges', key: 'edges', select: [{ kind: 'cursor', key: 'cursor' }, { kind: 'node', key: 'node', select: node }] },
  { kind: 'pageInfo', key: 'pageInfo', select: (['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'] as const).map((kind) => ({ kind, key: kind })) },
  { kind: 'totalCount', key: 'totalCount' },
];

async function read(object: string, page: Omit<PageRequest, 'select' | 'where'>): Promise<Page> {
  const statement = compileRead({ roots: [{ kind: 'page', key: 'page', object, page: { where: EVERYTHING, select, ...page } }] }, { model: shop, access: adminAccess, schema: SCHEMA });
  const values = bindStatement(statement, { variables: {}, me: ADA, now: '2026-03-01T08:00:00.000Z', timeZone: 'UTC' });
  const { rows } = await database.pool.query<(string | null)[]>({ rowMode: 'array', text: statement.text, values });
  return (JSON.parse(`{${assembleAnswer(statement, rows[0] ?? [])}}`) as { page: Page }).page;
}

const at = (cursor: string) => ({ cursor: constant(cursor), blanks: readCursorBlanks(cursor) });

async function walk(object: string, orderBy: readonly OrderKey[], limit: number, direction: 'forwards' | 'backwards'): Promise<string[]> {
  const found: string[] = [];
  let place: string | null = null;
  for (;;) {
    const page = await read(object, { orderBy, limit, direction, ...(place !== null && { [direction === 'forwards' ? 'after' : 'before']: at(place) }) });
    const ids = page.nodes.map(({ id }) => id);
    expect(page.edges.map((edge) => edge.node.id)).toEqual(ids);
    expect(page.edges.at(0)?.cursor ?? null).toBe(page.pageInfo.startCursor);
    expect(page.edges.at(-1)?.cursor ?? null).toBe(page.pageInfo.endCursor);
    if (direction === 'forwards') found.push(...ids);
    else found.unshift(...ids);
    const more = direction === 'forwards' ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage;
    if (!more) return found;
    place = direction === 'forwards' ? page.pageInfo.endCursor : page.pageInfo.startCursor;
  }
}

const key = (...paths: string[]) => fc.record({ path: fc.constantFrom(...paths.map((path) => path.split('.'))), direction: fc.constantFrom('asc' as const, 'desc' as const) });
const lists = fc.oneof(
  fc.record({ object: fc.constant('Customer'), orderBy: fc.array(key('name', 'rating', 'score', 'seenAt', 'id'), { maxLength: 3 }) }),
  fc.record({ object: fc.constant('Order'), orderBy: fc.array(key('amount', 'customer.name', 'customer.rating', 'customer.owner.name'), { maxLength: 3 }) }),
);

it('pages through every list without losing or repeating a record, forwards and backwards', async () => {
  await fc.assert(
    fc.asyncProperty(lists, fc.integer({ min: 1, max: 9 }), async ({ object, orderBy }, limit) => {
      const whole = await read(object, { orderBy, limit: 1000, direction: 'forwards' });
      const ids = whole.nodes.map(({ id }) => id);
      expect(whole.totalCount).toBe(ids.length);
      expect(whole.pageInfo.hasNextPage).toBe(false);
      expect(await walk(object, orderBy, limit, 'forwards')).toEqual(ids);
      expect(await walk(object, orderBy, limit, 'backwards')).toEqual(ids);
    }),
    { numRuns: 40 },
  );
});

it('compares whole rows where an index over the order can serve them', () => {
  const cursor = Buffer.from(JSON.stringify(['name id', 'Ann', '00000000-0000-7000-8000-000000000001'])).toString('base64');
  const page = { where: EVERYTHING, orderBy: [{ path: ['name'], direction: 'asc' }], limit: 5, direction: 'forwards', after: at(cursor), select: select.slice(0, 1) } as const;
  const { text } = compileRead({ roots: [{ kind: 'page', key: 'page', object: 'Customer', page }] }, { model: shop, access: adminAccess, schema: SCHEMA });
  expect(text).toContain('("t0"."name", "t0"."id") > ($1::text, $2::uuid)');
});

it('refuses a cursor of another order', async () => {
  const { pageInfo } = await read('Customer', { orderBy: [{ path: ['name'], direction: 'asc' }], limit: 2, direction: 'forwards' });
  const reading = read('Customer', { orderBy: [{ path: ['name'], direction: 'desc' }], limit: 2, direction: 'forwards', after: at(pageInfo.endCursor ?? '') });
  await expect(reading).rejects.toThrow('another order');
});

describe('a page that begins far into 20,000 records', () => {
  const id = '80000000-0000-7000-8000-000000000000';
  beforeAll(async () => {
    const stamps = `'${ADA}', '${ADA}', now(), '${ADA}', now(), 1`;
    await database.pool.query(
      `insert into ${SCHEMA}.customer (owner_id, created_by, created_at, updated_by, updated_at, version, id, name, rating, score)
       select ${stamps}, (lpad(to_hex(n * 100003 % 4294967296), 8, '0') || '-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'N' || n % 977, nullif(n % 50, 0), nullif(n % 3, 0) * n
       from generate_series(1000, 21000) n`,
    );
    for (const column of ['rating', 'score', 'name']) await database.pool.query(`create index on ${SCHEMA}.customer (${column}, id) where deleted_at is null`);
    await database.pool.query(`vacuum analyze ${SCHEMA}.customer`);
  });

  it.each([
    ['values and blanks', ['rating'], [40], 'asc', 'after'],
    ['values and blanks, from the other end', ['rating'], [40], 'desc', 'before'],
    ['values before blanks', ['score'], [12000], 'desc', 'after'],
    ['blanks', ['rating'], [null], 'asc', 'after'],
    ['blanks, then values', ['score'], [null], 'desc', 'after'],
    ['no blanks', ['name'], ['N5'], 'desc', 'after'],
    ['keys of different ways', ['name', '-rating'], ['N5', 30], 'asc', 'after'],
  ] as const)('reads no more than the page needs: %s', async (_, keys, values, direction, side) => {
    const orderBy = keys.map((name): OrderKey => ({ path: [name.replace('-', '')], direction: name.startsWith('-') === (direction === 'asc') ? 'desc' : 'asc' }));
    const last = orderBy.at(-1)?.direction === 'desc' ? '-' : '';
    const signature = [...orderBy.map((one) => `${one.direction === 'desc' ? '-' : ''}${one.path.join('.')}`), `${last}id`].join(' ');
    const cursor = Buffer.from(JSON.stringify([signature, ...values.map((value) => (value === null ? null : String(value))), id])).toString('base64');
    const page: PageRequest = { where: EVERYTHING, orderBy, limit: 20, direction: side === 'after' ? 'forwards' : 'backwards', [side]: at(cursor), select };
    const statement = compileRead({ roots: [{ kind: 'page', key: 'page', object: 'Customer', page: { ...page, select: select.slice(1, 3) } }] }, { model: shop, access: adminAccess, schema: SCHEMA });
    const bound = bindStatement(statement, { variables: {}, me: ADA, now: '2026-03-01T08:00:00.000Z', timeZone: 'UTC' });
    const { rows } = await database.pool.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>({ text: `explain (analyze, format json) ${statement.text}`, values: bound });
    expect(rowsRead(rows[0]?.['QUERY PLAN'][0].Plan)).toBeLessThan(keys.length > 1 ? 200 : 60);
  });
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** Rows of the table that a plan has touched. */
function rowsRead(node: PlanNode | undefined): number {
  if (!node) return 0;
  const own = node['Relation Name'] === 'customer' ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'] : 0;
  return own + (node.Plans ?? []).reduce((sum, inner) => sum + rowsRead(inner), 0);
}
