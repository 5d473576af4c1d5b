import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import fc from 'fast-check';
import { sql } from 'kysely';
import { createRecordTable } from '../agreement/compare.js';
import { kinds } from '../agreement/random-formulas.js';
import { fieldTypes } from '../agreement/random-records.js';
import { checkFormula, compileFormula, compileSql, compileStored, findStorageProblem, isImmutable, type FormulaType, type TypedFormula } from '../index.js';

const timeZone = 'America/New_York';
const scope = { column: (path: readonly string[]) => sql.id(path.join('.')), timeZone };
const columnTypes: Readonly<Record<FormulaType, string>> = {
  text: 'text', picklist: 'text', reference: 'text', number: 'numeric', boolean: 'boolean', date: 'date', time: 'time', datetime: 'timestamptz', multipicklist: 'text[]', location: 'jsonb',
};

function check(text: string): TypedFormula {
  const names: Readonly<Record<string, FormulaType>> = { ...fieldTypes, '$Org': 'text', '$User': 'text' };
  const result = checkFormula(text, { resolve: ([name = '']) => (names[name] === undefined ? undefined : { type: names[name] }) }, undefined, { allow: { prior: true } });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.formula;
}

describe('a formula that is stored with its record', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('formula-stored');
    await createRecordTable(database.pool, 11);
  });
  afterAll(() => database.drop());

  it('is an expression that PostgreSQL takes for a generated column and for an index, and answers as when it is read', async () => {
    const formulas = fc.sample(kinds.any, { numRuns: 400, seed: 3 }).map(check).filter((formula) => formula.type !== 'location' && findStorageProblem(formula) === undefined).slice(0, 120);
    const named = formulas.map((formula, index) => ({ formula, name: sql.id(`f${index}`) }));
    const columns = named.map(({ formula, name }) => sql`add column ${name} ${sql.raw(columnTypes[formula.type])} generated always as (${compileStored(formula, scope)}) stored`);
    const alter = compileSql(sql`alter table visits ${sql.join(columns)}`);
    expect(alter.values).toEqual([]);
    await database.pool.query(alter.text);
    const differ = named.map(({ formula, name }) => sql`count(*) filter (where ${name} is distinct from ${compileFormula(formula, { ...scope, now: sql`now()`, timeZone: sql`${timeZone}` })})`);
    const { text, values } = compileSql(sql`select array[${sql.join(differ)}] as counts, count(*) as records from visits`);
    const { rows } = await database.pool.query<{ counts: number[]; records: number }>(text, [...values]);
    expect(formulas.filter((_, index) => Number(rows[0]?.counts[index]) > 0).map((formula) => formula.text)).toEqual([]);
    await database.pool.query(compileSql(sql`create index on visits ((${compileStored(check('LEFT(UPPER(name), 3) & TEXT(due)'), scope)}))`).text);
  }, 60_000);

  it.each([
    ['due < TODAY()', 'TODAY changes though the record does not, so a formula with it cannot be stored.'],
    ['$User = "x"', '$User changes though the record does not, so a formula with it cannot be stored.'],
    ['ISCHANGED(name)', 'ISCHANGED changes though the record does not, so a formula with it cannot be stored.'],
  ])('cannot be %s', (text, message) => {
    expect(isImmutable(check(text))).toBe(false);
    expect(findStorageProblem(check(text))).toMatchObject({ code: 'not-storable', message, hint: 'Let the field be worked out when it is read.' });
  });

  it('cannot need a sub-select, or become too long', () => {
    expect(findStorageProblem(check('INITCAP(name)'))?.tell('zh-TW').message).toBe('INITCAP 在讀取時才計算，所以含有它的公式無法儲存。');
    const nested = (depth: number): string => (depth === 0 ? 'amount' : `CEILING(${nested(depth - 1)})`);
    expect(isImmutable(check(nested(20)))).toBe(true);
    expect(findStorageProblem(check(nested(20)))).toMatchObject({ message: 'The formula is too large to be stored with the record.' });
    expect(findStorageProblem(check(nested(5)))).toBeUndefined();
  });

  it('holds every text as a quoted literal', () => {
    expect(compileSql(compileStored(check('name & "\'; drop table visits; --\\\\"'), scope))).toEqual({ text: expect.stringContaining(`'''; drop table visits; --\\'::text`), values: [] });
  });
});
