import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import fc from 'fast-check';
import { sql, type RawBuilder } from 'kysely';
import { checkFormula, compileCondition, compileFormula, compileSql, evaluateFormula, type FormulaOptions, type FormulaType, type FormulaValue, type SqlScope } from '../index.js';
import { formulas } from './random-formulas.js';
import { fieldTypes, records } from './random-records.js';

const scope = {
  resolve: ([name = '', ...rest]: readonly string[]) => {
    const type = fieldTypes[name];
    return type === undefined || rest.length > 0 ? undefined : { type };
  },
};
const columnTypes: Readonly<Record<FormulaType, string>> = {
  text: 'text', picklist: 'text', reference: 'uuid', number: 'numeric', boolean: 'boolean', date: 'date', time: 'time', datetime: 'timestamptz', multipicklist: 'text[]', location: 'jsonb',
};
const rows = fc.sample(records, { numRuns: 30, seed: 20_261_122 });
const environments = [
  { now: '2026-11-22T20:30:00.123Z', timeZone: 'Asia/Shanghai' },
  { now: '2024-03-10T07:30:00.000Z', timeZone: 'America/New_York' },
  { now: '2024-02-29T23:59:59.999Z', timeZone: 'Asia/Kathmandu' },
];

describe('JavaScript and PostgreSQL answer alike', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase('formula');
    const columns = Object.entries(fieldTypes).map(([name, type]) => `"${name}" ${name === 'pieces' ? 'integer' : name === 'price' ? 'numeric(12,2)' : columnTypes[type]}`);
    await database.pool.query(`create table visits (place integer, ${columns.join(', ')})`);
    await database.pool.query('insert into visits select * from jsonb_populate_recordset(null::visits, $1::jsonb)', [JSON.stringify(rows.map((row, place) => ({ place, ...row })))]);
  });
  afterAll(() => database.drop());

  it.each(environments)('on random formulas over random records, at $now in $timeZone', async (environment) => {
    await fc.assert(
      fc.asyncProperty(fc.array(formulas, { minLength: 1, maxLength: 60, size: 'max' }), fc.constantFrom('blank' as const, 'zero' as const), async (texts, treatBlanksAs) => {
        const differing = await compare(database, texts, { environment, options: { treatBlanksAs } });
        expect(differing).toEqual([]);
      }),
      { numRuns: Number(process.env['FORMULA_RUNS'] ?? 12) },
    );
  }, 120_000);
});

interface Difference {
  readonly formula: string;
  readonly row: unknown;
  readonly javaScript: FormulaValue;
  readonly postgreSql: unknown;
}

/** Works every formula out for every row, here and in one statement there. */
async function compare(database: TestDatabase, texts: readonly string[], { environment, options }: { environment: { now: string; timeZone: string }; options: FormulaOptions }): Promise<Difference[]> {
  const checked = texts.map((text) => checkFormula(text, scope, undefined, options));
  const typed = checked.map((result) => {
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.formula;
  });
  const sqlScope: SqlScope = { column: (path) => sql.ref(path.join('.')), now: sql`${environment.now}`, timeZone: sql`${environment.timeZone}` };
  const columns = typed.flatMap((formula, index) => [
    sql`${present(formula.type, compileFormula(formula, sqlScope))} as ${sql.id(`value${index}`)}`,
    ...(formula.type === 'boolean' ? [sql`coalesce(${compileCondition(formula, sqlScope)}, false) as ${sql.id(`condition${index}`)}`] : []),
  ]);
  const { text, values } = compileSql(sql`select ${sql.join(columns)} from visits order by place`);
  const answers = await database.pool.query<Record<string, unknown>>(text, [...values]);
  const differing: Difference[] = [];
  for (const [place, row] of rows.entries()) {
    for (const [index, formula] of typed.entries()) {
      const javaScript = evaluateFormula(formula, ([name = '']) => (row as Record<string, FormulaValue | number>)[name], environment);
      const answer = answers.rows[place] ?? {};
      for (const postgreSql of [answer[`value${index}`], answer[`condition${index}`] ?? answer[`value${index}`]]) {
        if (widen(formula.type, javaScript) !== postgreSql) differing.push({ formula: formula.text, row, javaScript, postgreSql });
      }
    }
  }
  return differing.slice(0, 3);
}

function present(type: FormulaType, value: RawBuilder<unknown>): RawBuilder<unknown> {
  if (type === 'datetime') return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  if (type === 'date') return sql`to_char(${value}, 'YYYY-MM-DD')`;
  return type === 'number' ? sql`(${value})::text` : value;
}

/** PostgreSQL is asked for six digits of the second. */
function widen(type: FormulaType, value: FormulaValue): FormulaValue {
  return type === 'datetime' && typeof value === 'string' ? value.replace(/\.(\d+)Z/, (_, digits: string) => `.${digits.padEnd(6, '0')}Z`) : value;
}
