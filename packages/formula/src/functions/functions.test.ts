import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import { sql } from 'kysely';
import { checkFormula, compileFormula, compileSql, evaluateFormula, formulaFunctions, type FormulaType, type FormulaValue, type TypedFormula } from '../index.js';

const environment = { now: '2026-11-22T20:00:00.000Z', timeZone: 'Asia/Shanghai', isNew: true };
/** Fields that examples name because a value of their kind cannot be written; they are blank here. */
const sampleFields: Readonly<Record<string, FormulaType>> = { amount: 'number', skills: 'multipicklist', site: 'location', status: 'picklist' };
const examples = formulaFunctions.flatMap(({ name, examples }) => examples.map((example) => ({ name, ...example })));

function check(text: string): TypedFormula {
  const result = checkFormula(text, { resolve: ([name = '']) => (sampleFields[name] === undefined ? undefined : { type: sampleFields[name] }) }, undefined, { allow: { prior: true } });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.formula;
}

describe('every function', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('formula-functions');
  });
  afterAll(() => database.drop());

  it.each(formulaFunctions)('$name says what it does, in a sentence and with an example', ({ name, signature, description, examples: shown }) => {
    expect(signature.startsWith(`${name}(`)).toBe(true);
    expect(description.en).toMatch(/^[A-Z].*\.$/);
    expect([description['zh-TW'], description['zh-CN']].every((words) => /[\u4e00-\u9fff].*。$/.test(words))).toBe(true);
    expect(shown.length).toBeGreaterThan(0);
  });

  it.each(examples)('$formula answers as its example says, here and in PostgreSQL', async ({ formula, result }) => {
    const typed = check(formula);
    const here = evaluateFormula(typed, () => null, environment);
    const there = await answerOf(database, typed);
    expect(there).toEqual(here);
    if (result !== undefined) expect(here).toEqual(result);
  });
});

const presentations: Readonly<Partial<Record<FormulaType, string>>> = { date: 'YYYY-MM-DD', datetime: 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"' };

async function answerOf(database: TestDatabase, formula: TypedFormula): Promise<FormulaValue> {
  const value = compileFormula(formula, { column: () => sql`null`, isNew: sql`true`, prior: () => sql`null`, now: sql`${environment.now}`, timeZone: sql`${environment.timeZone}` });
  const pattern = presentations[formula.type];
  const moment = formula.type === 'datetime' ? sql`${value} at time zone 'UTC'` : value;
  const { text, values } = compileSql(sql`select ${pattern === undefined ? value : sql`to_char(${moment}, ${pattern})`} as answer`);
  const { rows } = await database.pool.query<{ answer: FormulaValue }>(text, [...values]);
  return rows[0]?.answer ?? null;
}
