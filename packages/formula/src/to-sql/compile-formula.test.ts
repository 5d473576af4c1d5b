import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import { sql } from 'kysely';
import { checkFormula, compileCondition, compileFormula, compileSql, type FormulaType, type SqlScope, type TypedFormula } from '../index.js';
import { deepestFormula } from '../parse/parse-formula.js';

const fields: Readonly<Record<string, FormulaType>> = { name: 'text', amount: 'number', active: 'boolean', due: 'date', stage: 'picklist', owner: 'reference' };
const scope: SqlScope = { column: (path) => sql.ref(`t.${path.join('.')}`), now: sql`now()`, timeZone: sql`${'Asia/Shanghai'}` };

function check(text: string): TypedFormula {
  const result = checkFormula(text, { resolve: ([name = '']) => (fields[name] === undefined ? undefined : { type: fields[name] }) });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.formula;
}

describe('a formula as SQL', () => {
  it.each([
    ['name & "!"', `nullif((coalesce(("t"."name")::text, '') || $1::text), '')`, ['!']],
    ['amount > 12.50', `coalesce((("t"."amount")::numeric > ($1)::numeric), false)`, ['12.50']],
    ['active', `coalesce(("t"."active")::boolean, false)`, []],
    ['due = NULL', `(("t"."due")::date is null)`, []],
    ['amount + 1', `trim_scale((("t"."amount")::numeric + ($1)::numeric))`, ['1']],
    ['TODAY()', `((now())::timestamptz at time zone ($1)::text)::date`, ['Asia/Shanghai']],
    ['"\'; drop table t; --"', `nullif($1::text, '')`, ["'; drop table t; --"]],
  ])('%s is %s', (formula, text, values) => {
    expect(compileSql(compileFormula(check(formula), scope))).toEqual({ text, values });
  });

  it.each([
    ['amount > 1 && due < TODAY()', `((("t"."amount")::numeric > ($1)::numeric) and (("t"."due")::date < ((now())::timestamptz at time zone ($2)::text)::date))`],
    ['OR(ISPICKVAL(stage, "won"), name = "x", active)', `((("t"."stage")::text = $1::text) or (("t"."name")::text = $2::text) or ("t"."active")::boolean)`],
    ['NOT(amount > 1)', `(not coalesce((("t"."amount")::numeric > ($1)::numeric), false))`],
    ['name = ""', `(coalesce(("t"."name")::text, '') = $1::text)`],
  ])('as a condition, %s leaves columns as indexes know them', (formula, text) => {
    expect(compileSql(compileCondition(check(formula), scope)).text).toBe(text);
  });

  it('grows with the formula, not with the power of its depth', () => {
    const nested = (depth: number): string => (depth === 0 ? 'amount' : `ROUND(SQRT(${nested(depth - 1)} * 2 / 3) ^ 2, 2)`);
    const length = (depth: number): number => compileSql(compileFormula(check(nested(depth)), scope)).text.length;
    expect(length(32) - length(16)).toBeLessThan(2.2 * (length(16) - length(8)));
  });
});

describe('PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('formula-sql');
    await database.pool.query('create table t (name text, amount numeric(18,2), active boolean, due date, stage text, owner uuid)');
    await database.pool.query("insert into t (name, amount, due) select 'n' || i, i, date '2026-01-01' + i from generate_series(1, 2000) i");
    await database.pool.query('create index on t (name); create index on t (amount); create index on t (due); analyze t');
  });
  afterAll(() => database.drop());

  it.each(['name = "n7"', 'amount > 1999.5 && due > TODAY() - 10000', 'due = DATE(2026, 2, 1)'])('serves the condition %s from an index', async (formula) => {
    const { text, values } = compileSql(sql`explain select * from t where ${compileCondition(check(formula), scope)}`);
    const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(text, [...values]);
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index/);
  });

  it.each([
    ['1', ' + 1', ''],
    ['ABS(', '-1', ')'],
    ['IF(active, 1, ', '0', ')'],
    ['SQRT(', '4', ')'],
    ['CASE(1, 1, ', '4', ', 2)'],
    ['ADDMONTHS(', 'due', ', 1)'],
  ])('takes a formula as deep as the parser lets through: %s%s%s', async (opening, middle, closing) => {
    const depth = deepestFormula - 2;
    const formula = closing === '' ? opening + middle.repeat(depth) : opening.repeat(depth) + middle + closing.repeat(depth);
    const { text, values } = compileSql(sql`select ${compileFormula(check(formula), scope)} from t limit 1`);
    await expect(database.pool.query(text, [...values])).resolves.toBeDefined();
  });
});
