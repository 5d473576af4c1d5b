import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import { fieldType, operators, type JsonValue, type OperatorName } from '@guanxi/field-types';
import { checkFormula, evaluateFormula, type FormulaValue } from '@guanxi/formula';
import fc from 'fast-check';
import { ADA, adminAccess, BOB, createShop, SCHEMA, shop } from '../golden/shop.js';
import { readableScope } from '../access/readable-scope.js';
import { constant } from '../request/operand.js';
import type { Condition } from '../request/condition.js';
import type { StatementInput } from '../statement/slot.js';
import { bindStatement } from '../statement/statement.js';
import { assembleAnswer, compileRead } from './compile-read.js';

type Row = Readonly<Record<string, JsonValue>>;
const input: StatementInput = { variables: {}, me: ADA, now: '2026-03-01T08:00:00.000Z', timeZone: 'Asia/Taipei' };
const id = (n: number) => `00000000-0000-7000-8000-000000000${String(n).padStart(3, '0')}`;

// Few values, so that equal ones, blanks and boundaries meet often.
const samples: Record<string, readonly JsonValue[]> = {
  name: ['Ann', 'ann', 'Zoë', '100%', 'a_b', '王小明', 'back\\slash'],
  status: ['active', 'paused', null],
  rating: [-1, 0, 1, 10, null],
  score: ['-0.50', '0.00', '9.99', '10.00', null],
  vip: [true, false, null],
  birthday: ['1999-12-31', '2026-02-28', '2026-03-01', null],
  seenAt: ['2026-02-28T15:59:59.000Z', '2026-02-28T16:00:00.000Z', null],
  owner: [ADA, BOB],
};
const texts = ['a', 'A', 'nn', '%', '_', '\\', '小', 'ë', 'x'];
const periods: readonly JsonValue[] = [{ last: { days: 1 } }, { last: { days: 2 } }, { this: 'month' }, { next: { weeks: 1 } }, { last: { years: 30 } }];

const customers: Row[] = Array.from({ length: 60 }, (_, n) => ({
  id: id(n),
  code: null,
  email: null,
  ...Object.fromEntries(Object.entries(samples).map(([field, values], place) => [field, values[(n * (place + 3) + Math.floor(n / (place + 2))) % values.length] ?? null])),
}));
const orders: Row[] = Array.from({ length: 80 }, (_, n) => ({
  id: id(500 + n),
  customer: n % 7 === 0 ? null : id((n * 11) % 60),
  amount: ['5.00', '10.00', null][n % 3] ?? null,
}));

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('query_where');
  await createShop(database.pool);
  const stamps = `'${ADA}', now(), '${ADA}', now(), 1`;
  await database.pool.query(
    `insert into ${SCHEMA}.customer (created_by, created_at, updated_by, updated_at, version, id, name, status, rating, score, vip, birthday, seen_at, owner_id)
     select ${stamps}, r.* from jsonb_to_recordset($1) as r(id uuid, name text, status text, rating bigint, score numeric, vip boolean, birthday date, "seenAt" timestamptz, owner uuid)`,
    [JSON.stringify(customers)],
  );
  await database.pool.query(
    `insert into ${SCHEMA}.order (created_by, created_at, updated_by, updated_at, version, owner_id, id, customer_id, amount)
     select ${stamps}, '${ADA}', r.* from jsonb_to_recordset($1) as r(id uuid, customer uuid, amount numeric)`,
    [JSON.stringify(orders)],
  );
});
afterAll(() => database.drop());

function operandOf(field: string, name: OperatorName): fc.Arbitrary<JsonValue> {
  const values = (samples[field] ?? ['5.00', '10.00']).filter((value) => value !== null);
  const arbitraries: Record<string, fc.Arbitrary<JsonValue>> = {
    value: fc.constantFrom(...values),
    list: fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 }),
    text: fc.constantFrom(...texts),
    boolean: fc.boolean(),
    period: fc.constantFrom(...periods),
  };
  return arbitraries[operators[name].operand] as fc.Arbitrary<JsonValue>;
}

function leaf(object: 'Customer' | 'Order', fields: readonly string[]): fc.Arbitrary<Condition> {
  return fc.constantFrom(...fields).chain((field) => {
    const model = shop.objectByName.get(object)?.fieldByName.get(field);
    // Who is around somebody, and what is on a list, stands in tables that this shop has not.
    const words = model ? fieldType(model.type).operators.filter((word) => !['people', 'recordList'].includes(operators[word].operand)) : [];
    return fc.constantFrom(...words).chain((operator) => operandOf(field, operator).map((operand): Condition => ({ field, operator, operand: constant(operand) })));
  });
}

const { customer } = fc.letrec<{ order: Condition; customer: Condition }>((tie) => ({
  order: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'tree' },
    leaf('Order', ['amount', 'customer']).filter((condition) => !('field' in condition && condition.field === 'customer' && condition.operator !== 'isBlank')),
    fc.constantFrom(...formulas('Order', ['amount > customer.rating', 'ISBLANK(customer.birthday)', 'customer.vip && amount = 5'])),
    fc.record({ one: fc.constant('customer'), where: tie('customer') }),
    fc.record({ not: tie('order') }),
  ),
  customer: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'tree' },
    leaf('Customer', Object.keys(samples)),
    fc.record({ and: fc.array(tie('customer'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('customer'), { maxLength: 3 }) }),
    fc.record({ not: tie('customer') }),
    fc.constantFrom(...formulas('Customer', [
      'rating > 0 && vip', 'ISBLANK(birthday) || birthday < TODAY()', 'LEN(name) > 3', 'score * 2 >= 19.98 || NOT(vip)', 'TEXT(status) = "active"', 'owner = $User.id', 'rating + score > 5', 'seenAt < NOW()',
    ])),
    fc.record({ relation: fc.constant('orders'), quantifier: fc.constantFrom('some' as const, 'none' as const, 'every' as const), where: tie('order') }),
  ),
}));

function formulas(object: string, texts: readonly string[]): readonly Condition[] {
  return texts.map((text) => {
    const checked = checkFormula(text, readableScope(shop, adminAccess, object), 'boolean');
    if (!checked.ok) throw new Error(`${text}: ${checked.problems.map(({ message }) => message).join(' ')}`);
    return { formula: checked.formula };
  });
}

function read(row: Row | undefined, [name = '', ...rest]: readonly string[]): FormulaValue {
  if (name === '$User') return ADA;
  const value = row?.[name] ?? null;
  if (rest.length > 0) return read(customers.find((other) => other['id'] === value), rest);
  return (typeof value === 'number' ? String(value) : value) as FormulaValue;
}

function matches(condition: Condition, row: Row, object: 'Customer' | 'Order'): boolean {
  if ('and' in condition) return condition.and.every((part) => matches(part, row, object));
  if ('or' in condition) return condition.or.some((part) => matches(part, row, object));
  if ('not' in condition) return !matches(condition.not, row, object);
  if ('formula' in condition) return evaluateFormula(condition.formula, (path) => read(row, path), input) === true;
  if ('one' in condition) {
    const target = customers.find((other) => other['id'] === row[condition.one]);
    return target !== undefined && matches(condition.where, target, 'Customer');
  }
  if ('relation' in condition) {
    const related = orders.filter((other) => other['customer'] === row['id']);
    const test = (other: Row) => matches(condition.where, other, 'Order');
    return { some: () => related.some(test), none: () => !related.some(test), every: () => related.every(test) }[condition.quantifier]();
  }
  const field = shop.objectByName.get(object)?.fieldByName.get(condition.field);
  if (!field || !('constant' in condition.operand)) throw new Error('The test made a condition it does not understand.');
  const kind = fieldType(field.type);
  const operator = operators[condition.operator];
  const operand = operator.resolveOperand(condition.operand.constant, input, kind.column(field.settings));
  return operator.test(row[field.name] ?? null, operand, (left, right) => kind.compare(left, right));
}

it('finds with SQL exactly what the same condition finds in memory', async () => {
  await fc.assert(
    fc.asyncProperty(customer, async (where) => {
      const page = { where, orderBy: [], direction: 'forwards', limit: 1000, select: [{ kind: 'nodes', key: 'nodes', select: [{ kind: 'value', key: 'id', field: 'id' }] }] } as const;
      const statement = compileRead({ roots: [{ kind: 'page', key: 'customers', object: 'Customer', page }] }, { model: shop, access: adminAccess, schema: SCHEMA });
      const { rows } = await database.pool.query<(string | null)[]>({ rowMode: 'array', text: statement.text, values: bindStatement(statement, input) });
      const found = (JSON.parse(`{${assembleAnswer(statement, rows[0] ?? [])}}`) as { customers: { nodes: { id: string }[] } }).customers.nodes.map((node) => node.id);
      expect(found).toEqual(customers.filter((row) => matches(where, row, 'Customer')).map((row) => row['id']));
    }),
    { numRuns: 250 },
  );
});
