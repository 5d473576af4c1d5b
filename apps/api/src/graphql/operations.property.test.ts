import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import { parseDocuments, plan, type Model } from '@guanxi/metadata';
import { assembleAnswer, bindStatement, compileStatement, resolveAccess } from '@guanxi/query';
import fc from 'fast-check';
import { getVariableValues } from 'graphql';
import { sql, type RawBuilder } from 'kysely';
import { RecordsFailure } from './failure.js';
import { planQuery } from './run/plan-query.js';
import { Schemas } from './run/schemas.js';
import { sharing } from '../database/org-schema/0025-sharing.js';
import { lists } from '../database/org-schema/0064-lists.js';
import { agency } from './testing/agency-documents.js';
import { sharingAgency } from './testing/sharing-documents.js';
import { answerSlowly } from './testing/reference/answer-slowly.js';
import { Choices } from './testing/reference/choices.js';
import { fillTables } from './testing/reference/fill-tables.js';
import type { MemoryOrg } from './testing/reference/memory-org.js';
import { randomInput } from './testing/reference/random-input.js';
import { plain, randomOperation, type RandomOperation } from './testing/reference/random-operation.js';
import { CURRENCY, makeRows, rates } from './testing/reference/random-rows.js';
import { randomSharing } from './testing/reference/random-sharing.js';
import { visit } from './testing/reference/visit-document.js';
import { ADA, BOB, NOW, org } from './testing/people.js';

/** How many operations are tried: `OPERATIONS=20000 npx jest operations.property` for a long run. */
const OPERATIONS = Number(process.env['OPERATIONS'] ?? 300);
const OPERATIONS_PER_ORG = 40;
const MOST_ROWS = 7;

let database: TestDatabase;
let model: Model;
let sharingModel: Model;
const schemas = new Schemas();

beforeAll(async () => {
  database = await createTestDatabase('operations');
  const parsed = parseDocuments([...agency, visit]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  model = parsed.value;
  const alsoParsed = parseDocuments([...sharingAgency, visit]);
  if (!alsoParsed.ok) throw new Error(JSON.stringify(alsoParsed.problems, null, 1));
  sharingModel = alsoParsed.value;
  const table = (name: string) => sql.id(org.schema, name);
  await run(sql`create schema ${sql.id(org.schema)}`);
  await run(sql`create table ${table('_user')} (id uuid primary key, name text not null, email text not null, active boolean not null, manager_id uuid)`);
  await run(sql`create table ${table('_file')} (id uuid primary key, name text not null, content_type text not null, size bigint not null, sha256 text not null, created_by uuid not null, created_at timestamptz not null)`);
  await run(sql`create table ${table('_currency_rate')} (code text not null, starts_on date not null, rate numeric not null)`);
  // Nobody keeps a list here, so that nothing is on any.
  await run(sql`create table ${table('_list_view')} (id uuid primary key, owner_id uuid not null, is_shared boolean not null, readers text[] not null, editors text[] not null)`);
  for (const statement of [...sharing(org.schema), ...lists(org.schema)]) await run(statement);
  const client = await database.pool.connect();
  await client.query('begin');
  for (const change of plan(null, model, { schema: org.schema })) for (const statement of change.statements) await run(statement, client);
  await client.query('commit');
  client.release();
  // Details and references come and go in any order here.
  const keys = await database.pool.query<{ drop: string }>(`select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint where contype = 'f'`);
  for (const { drop } of keys.rows) await database.pool.query(drop);
});
afterAll(() => database.drop());

async function run(builder: RawBuilder<unknown>, session: Pick<TestDatabase['pool'], 'query'> = database.pool): Promise<void> {
  const { text, parameters } = compileStatement(builder);
  await session.query({ text, values: [...parameters] });
}

const zones = ['Asia/Taipei', 'Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Apia', 'UTC'] as const;

interface Asking {
  readonly me: string;
  readonly sets: readonly string[];
  /** Whether sharing decides what they see. */
  readonly shared?: true;
  readonly partner?: boolean;
  readonly reach?: 'own' | 'handful' | 'narrow';
}

const ASKING: readonly Asking[] = [
  { me: ADA, sets: [] },
  { me: BOB, sets: ['sales'] },
  { me: BOB, sets: ['sharers'], shared: true },
  { me: BOB, sets: ['careful'], shared: true, reach: 'narrow' },
  { me: BOB, sets: ['wide'], shared: true, partner: true, reach: 'own' },
  { me: BOB, sets: ['sharers'], shared: true, reach: 'handful' },
];

function orgOf(tape: readonly number[], zone: number, { me, sets, shared, partner = false, reach }: Asking, most = MOST_ROWS): MemoryOrg {
  const among = shared ? sharingModel : model;
  const resolved = resolveAccess(among, sets, { userId: me, admin: sets.length === 0, partner });
  const access = reach ? { ...resolved, reach, key: `${resolved.key} ${reach}` } : resolved;
  const choices = new Choices(tape);
  const rows = makeRows(among, choices, most);
  return { model: among, access, rows, rates, me, now: NOW, timeZone: zones[zone % zones.length] ?? 'UTC', currency: CURRENCY, ...(shared && { sharing: randomSharing(among, rows, partner, choices) }) };
}

const find = (held: MemoryOrg) => schemas.find(org.schema, held.model === model ? 1 : 2, held.model, held.access);

interface Outcome {
  /** Undefined where the operation was refused as too costly. */
  readonly data?: unknown;
}

async function answerFast(held: MemoryOrg, { query, variables }: RandomOperation): Promise<Outcome> {
  const { schema, ground, prepare } = find(held);
  const prepared = prepare(query, undefined);
  if ('errors' in prepared) throw new Error(prepared.errors.map(({ message }) => message).join('\n'));
  const { coerced, errors } = getVariableValues(schema, prepared.operation.variableDefinitions ?? [], variables);
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  const shape = prepared.shapeOf(coerced);
  try {
    const planned = prepared.plans.get(shape) ?? planQuery(prepared, schema, ground, coerced);
    prepared.plans.set(shape, planned);
    const input = { variables: coerced, me: held.me, now: held.now, timeZone: held.timeZone, org };
    const { statement } = planned;
    if (!statement) return { data: {} };
    const { rows } = await database.pool.query<(string | null)[]>({ text: statement.text, values: bindStatement(statement, input), rowMode: 'array' });
    return { data: JSON.parse(`{${assembleAnswer(statement, rows[0] ?? [])}}`) };
  } catch (error) {
    if (error instanceof RecordsFailure && error.code === 'TOO_COSTLY') return {};
    throw error;
  }
}

/** Cursors are opaque: only whether there is one can be compared. Keys that no selection has are taken out before anybody is answered. */
function settle(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (key.startsWith(' ') ? undefined : !/cursor/i.test(key) || inner === null ? inner : 'a cursor'));
}

it('answers random operations as resolvers do that go field by field over records in memory', async () => {
  let tried = 0;
  const tape = fc.array(fc.nat(0xffff), { minLength: 0, maxLength: 400, size: 'max' });
  const outcome = await fc.check(
    fc.asyncProperty(fc.array(fc.nat(0xffff), { minLength: 200, maxLength: 1500, size: 'max' }), fc.nat(4), fc.constantFrom(...ASKING), fc.array(tape, { minLength: 1, maxLength: OPERATIONS_PER_ORG, size: 'max' }), async (rowTape, zone, asking, tapes) => {
      const held = orgOf(rowTape, zone, asking);
      await fillTables(database.pool, org.schema, held);
      const { schema } = find(held);
      const ids = [...held.rows.values()].flatMap((rows) => rows.slice(0, 3).map(({ id }) => id));
      for (const one of tapes) {
        const operation = randomOperation(schema, one, ids);
        const said = `${operation.query}\n${JSON.stringify(operation.variables)}`;
        const fast = await answerFast(held, operation).catch((error: unknown) => Promise.reject(new Error(`${String(error)}\n${said}`, { cause: error })));
        tried += 1;
        if (fast.data === undefined) continue;
        const slow = answerSlowly(held, schema, operation.query, operation.variables);
        // Behind a reference that a group has not, there is nothing of what every record has; the object around it is null then.
        if (slow.errors?.some(({ path = [] }) => !path.includes('key'))) throw new Error(`${slow.errors?.map(({ message, path }) => `${message} ${JSON.stringify(path)}`).join('\n')}\n${said}`);
        const [quick, right] = [settle(fast.data), settle(slow.data)];
        if (quick !== right) throw new Error(`${said}\ncompiled: ${quick}\nresolved: ${right}`);
      }
    }),
    { numRuns: Math.ceil(OPERATIONS / (OPERATIONS_PER_ORG / 2)), endOnFailure: process.env['SHRINK'] === undefined, ...(process.env['SEED'] && { seed: Number(process.env['SEED']) }) },
  );
  // Tapes say nothing to people; the operation does.
  if (outcome.failed) throw new Error(`${outcome.errorInstance instanceof Error ? outcome.errorInstance.message : String(outcome.errorInstance)}\n(seed ${outcome.seed}, path "${outcome.counterexamplePath ?? ''}")`, { cause: outcome.errorInstance });
  expect(tried).toBeGreaterThan(OPERATIONS / 4);
}, 3_600_000);

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string | null; readonly endCursor: string | null };
}

const listNames = ['accounts', 'deals', 'contacts', 'visits', 'dealLines', 'notes'] as const;

it('pages through lists in any order, forwards, backwards and between two cursors', async () => {
  const tapes = fc.array(fc.array(fc.nat(0xffff), { maxLength: 60, size: 'max' }), { minLength: 1, maxLength: 8, size: 'max' });
  const walks = fc.asyncProperty(fc.array(fc.nat(0xffff), { minLength: 200, maxLength: 2500, size: 'max' }), fc.constantFrom(...ASKING), tapes, async (rowTape, asking, orders) => {
    const held = orgOf(rowTape, 0, asking, 14);
    await fillTables(database.pool, org.schema, held);
    for (const tape of orders) await walk(held, new Choices(tape));
  });
  await fc.assert(walks, { numRuns: Math.ceil(OPERATIONS / 40) });
}, 3_600_000);

/** A list read in pages of random sizes is the whole list, from either end; between two of its rows lie the rows between them. */
async function walk(held: MemoryOrg, choices: Choices): Promise<void> {
  const { schema } = find(held);
  const field = schema.getQueryType()?.getFields()[choices.pick(listNames.filter((name) => schema.getQueryType()?.getFields()[name]))];
  const typeOf = (name: string) => field?.args.find((argument) => argument.name === name)?.type;
  const orderType = typeOf('orderBy');
  if (!field || !orderType) return;
  const orderBy = plain(randomInput(orderType, choices, [], 4));
  const query = `query ($orderBy: ${String(orderType)}, $first: Int, $after: String, $last: Int, $before: String) {
    list: ${field.name}(orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
  }`;
  const read = async (given: Readonly<Record<string, string | number>>) => ((await answerFast(held, { query, variables: { orderBy, ...given } })).data as { list: Page }).list;
  const whole = await read({ first: 1000 });
  const slow = answerSlowly(held, schema, query, { orderBy, first: 1000 }).data as unknown as { list: Page };
  const ids = slow.list.edges.map(({ node }) => node.id);
  const said = `${query}\n${JSON.stringify(orderBy)}`;
  expect([said, whole.edges.map(({ node }) => node.id)]).toEqual([said, ids]);
  for (const [size, from, more, cursor] of [['first', 'after', 'hasNextPage', 'endCursor'], ['last', 'before', 'hasPreviousPage', 'startCursor']] as const) {
    let found: string[] = [];
    let place: string | null = null;
    for (;;) {
      const page: Page = await read({ [size]: 1 + choices.below(4), ...(place !== null && { [from]: place }) });
      const here = page.edges.map(({ node }) => node.id);
      found = size === 'first' ? [...found, ...here] : [...here, ...found];
      place = page.pageInfo[cursor];
      if (!page.pageInfo[more]) break;
    }
    expect([said, found]).toEqual([said, ids]);
  }
  if (whole.edges.length === 0) return;
  const [one, other] = [choices.below(whole.edges.length), choices.below(whole.edges.length)];
  const between = await read({ after: whole.edges[one]?.cursor ?? '', before: whole.edges[other]?.cursor ?? '', [choices.pick(['first', 'last'])]: 1000 });
  expect([said, between.edges.map(({ node }) => node.id)]).toEqual([said, ids.slice(one + 1, Math.max(one + 1, other))]);
}
