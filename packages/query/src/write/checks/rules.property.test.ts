import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import { evaluateFormula, type FormulaReader } from '@guanxi/formula';
import { parseDocuments, plan, type Model } from '@guanxi/metadata';
import fc from 'fast-check';
import { sql, type RawBuilder } from 'kysely';
import { resolveAccess } from '../../access/resolve-access.js';
import { ADA, SCHEMA } from '../../golden/shop.js';
import { bindStatement, compileStatement, type Statement } from '../../statement/statement.js';
import { compileCreate } from '../compile-create.js';
import { compileUpdate } from '../compile-update.js';
import type { WriteAnswer, WriteProblem } from '../write-request.js';

const NOW = '2026-03-01T08:00:00.000Z';
const id = (n: number) => `60000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const property = (n: number, type: string, keywords: object, guanxi: object = {}) => ({ title: `F${n}`, type: 'string', ...keywords, guanxi: { id: id(n), type, ...guanxi } });

function read(rules: readonly string[]): Model {
  const customer = {
    kind: 'object', name: 'Customer', title: 'C', type: 'object',
    properties: { name: property(1, 'text', { maxLength: 80 }), rating: property(2, 'integer', { type: 'integer' }) },
    guanxi: { id: id(10) },
  };
  const offer = {
    kind: 'object', name: 'Offer', title: 'O', type: 'object',
    properties: {
      name: property(3, 'text', { maxLength: 80 }),
      price: property(4, 'currency', { format: 'decimal' }, { precision: 12, scale: 2 }),
      stage: property(5, 'picklist', { enum: ['draft', 'sent'] }),
      due: property(6, 'date', { format: 'date' }),
      vip: property(7, 'boolean', { type: 'boolean' }),
      customer: property(8, 'lookup', { format: 'uuid' }, { target: 'Customer' }),
      twice: property(9, 'formula', {}, { formula: 'price * 2', result: 'number', scale: 2 }),
    },
    guanxi: { id: id(11), rules: rules.map((when, n) => ({ id: `r${n}`, name: `r${n}`, when, message: 'No.' })) },
  };
  const parsed = parseDocuments([customer, offer]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.value;
}

const { condition } = fc.letrec<{ condition: string; number: string }>((tie) => ({
  number: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('price', 'customer.rating', 'PRIORVALUE(price)', 'LEN(name)', 'twice', '5', '0.5', 'YEAR(due)'),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number')).map(([a, op, b]) => `(${a} ${op} ${b})`),
  ),
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(tie('number'), fc.constantFrom('>', '<', '=', '<>', '>=', '<='), tie('number')).map(([a, op, b]) => `${a} ${op} ${b}`),
    fc.constantFrom('vip', 'ISNEW()', 'ISCHANGED(price)', 'ISCHANGED(stage)', 'ISCHANGED(customer)', 'ISBLANK(due)', 'ISBLANK(customer.name)', 'ISPICKVAL(stage, "sent")', 'ISPICKVAL(PRIORVALUE(stage), "draft")',
      'CONTAINS(name, "a")', 'name = customer.name', 'due > TODAY()', 'due < DATE(2026, 3, 1)', '$User.name = "Ada"', 'PRIORVALUE(name) <> name'),
    fc.tuple(fc.constantFrom('AND', 'OR'), tie('condition'), tie('condition')).map(([word, a, b]) => `${word}(${a}, ${b})`),
    tie('condition').map((a) => `NOT(${a})`),
  ),
}));

const row = fc.record({
  name: fc.option(fc.constantFrom('a', 'Ada', '王', 'b a')),
  price: fc.option(fc.constantFrom('0.00', '5.00', '-1.50', '2026.00', '0.50')),
  stage: fc.option(fc.constantFrom('draft', 'sent')),
  due: fc.option(fc.constantFrom('2026-02-28', '2026-03-01', '2026-03-02', '2024-02-29')),
  vip: fc.option(fc.boolean()),
  customer: fc.option(fc.constantFrom(id(101), id(102))),
});
type Row = Readonly<Record<string, string | boolean | null>>;

const customers: Readonly<Record<string, Row>> = { [id(101)]: { name: 'Ada', rating: '5' }, [id(102)]: { name: null, rating: null } };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('rules');
  const run = (builder: RawBuilder<unknown>) => {
    const { text, parameters } = compileStatement(builder);
    return database.pool.query({ text, values: [...parameters] });
  };
  await run(sql`create schema ${sql.id(SCHEMA)}`);
  await run(sql`create table ${sql.id(SCHEMA, '_user')} (id uuid primary key, name text, email text, active boolean, manager_id uuid)`);
  await run(sql`create table ${sql.id(SCHEMA, '_history')} (id bigint generated always as identity primary key, object text, record_id uuid, kind text, changes jsonb, actor_id uuid, source text, operation_id uuid, at timestamptz)`);
  await run(sql`create table ${sql.id(SCHEMA, '_event')} (lane smallint not null, history_id bigint primary key)`);
  await run(sql`insert into ${sql.id(SCHEMA, '_user')} values (${ADA}, 'Ada', 'ada@example.com', true)`);
  for (const { statements } of plan(null, read([]), { schema: SCHEMA })) for (const statement of statements) await run(statement);
  await run(sql`insert into ${sql.id(SCHEMA, 'customer')} (id, created_at, created_by, updated_at, updated_by, version, owner_id, name, rating) values
    (${id(101)}::uuid, now(), ${ADA}::uuid, now(), ${ADA}::uuid, 1, ${ADA}::uuid, 'Ada', 5), (${id(102)}::uuid, now(), ${ADA}::uuid, now(), ${ADA}::uuid, 1, ${ADA}::uuid, null, null)`);
});
afterAll(() => database.drop());

const columnsOf = ({ customer, ...row }: Row) => ({ ...row, customer_id: customer });

async function broken(statement: Statement, rows: readonly object[]): Promise<readonly string[]> {
  const variables = { rows: JSON.stringify(rows), at: NOW, actor: ADA, source: 'api', operation: id(900) };
  const values = bindStatement(statement, { variables, me: ADA, now: NOW, timeZone: 'Asia/Taipei' });
  const { rows: [answer] } = await database.pool.query<WriteAnswer>({ text: statement.text, values });
  return (JSON.parse(answer?.problems ?? '[]') as WriteProblem[]).filter(({ code }) => code === 'RULE').map((problem) => `${String(problem.row)} ${String(problem.field)}`).sort();
}

/** The same verdict, worked out in memory. */
function expected(model: Model, rows: readonly { now: Row; prior?: Row }[]): readonly string[] {
  const reader = (values: Row): FormulaReader => (path) => {
    const [first = '', second = ''] = path;
    if (first === '$User') return second === 'name' ? 'Ada' : null;
    if (first === 'twice') return values['price'] === null ? null : String(Number(values['price']) * 2);
    if (path.length === 1) return values[first] ?? null;
    return customers[String(values['customer'])]?.[second] ?? null;
  };
  const rules = model.objectByName.get('Offer')?.rules ?? [];
  return rows
    .flatMap(({ now, prior }, index) =>
      rules
        .filter(({ when }) => evaluateFormula(when, reader(now), { now: NOW, timeZone: 'Asia/Taipei', isNew: prior === undefined, ...(prior && { prior: reader(prior) }) }) === true)
        .map((rule) => `${index} ${rule.id}`),
    )
    .sort();
}

it('judges records in SQL as it does in memory, whatever the rule', async () => {
  let next = 1000;
  await fc.assert(
    fc.asyncProperty(fc.array(condition, { minLength: 8, maxLength: 12 }), fc.array(fc.tuple(row, row), { minLength: 6, maxLength: 10 }), async (rules, pairs) => {
      const model = read(rules);
      const ground = { model, access: resolveAccess(model, [], { userId: ADA, admin: true }), schema: SCHEMA };
      const fields = ['customer', 'due', 'name', 'price', 'stage', 'vip'];
      const shape = { object: 'Offer', fields, select: [], answer: 'many' } as const;
      const made = pairs.map(([first], index) => ({ _row: index, _id: id((next += 1)), _changes: {}, ...columnsOf(first) }));
      expect(await broken(compileCreate({ ...shape, checkOnly: true }, ground), made)).toEqual(expected(model, pairs.map(([now]) => ({ now }))));
      await broken(compileCreate({ ...shape, unchecked: true }, ground), made);
      const changes = pairs.map(([, second], index) => ({ _row: index, _id: made[index]?._id, ...columnsOf(second) }));
      expect(await broken(compileUpdate({ ...shape, checkOnly: true }, ground), changes)).toEqual(expected(model, pairs.map(([prior, now]) => ({ now, prior }))));
    }),
    { numRuns: Number(process.env['RULE_RUNS'] ?? 25) },
  );
});
