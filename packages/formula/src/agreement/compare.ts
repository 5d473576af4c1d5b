import fc from 'fast-check';
import { sql, type RawBuilder } from 'kysely';
import { checkFormula, compileCondition, compileFormula, compileSql, evaluateFormula, type FormulaEnvironment, type FormulaType, type FormulaValue, type SqlScope, type TypedFormula, type TypedNode } from '../index.js';
import { fieldTypes, records } from './random-records.js';

export interface Setting {
  readonly now: string;
  readonly timeZone: string;
  readonly treatBlanksAs: 'blank' | 'zero';
}

export interface Difference {
  readonly formula: string;
  readonly row: unknown;
  readonly javaScript: FormulaValue;
  readonly postgreSql: unknown;
}

/** A pool of connections to PostgreSQL. */
export interface Database {
  query<Row extends object>(text: string, values?: unknown[]): Promise<{ readonly rows: Row[] }>;
}

type Row = Readonly<Record<string, FormulaValue | number>>;
let rows: readonly { readonly row: Row; readonly before: Row; readonly isNew: boolean }[] = [];

/** A table of random records, each with the record it was before a change; answers how many. */
export async function createRecordTable(database: Database, seed: number): Promise<number> {
  const [now, earlier] = [fc.sample(records, { numRuns: 30, seed }), fc.sample(records, { numRuns: 30, seed: seed + 1 })] as unknown as readonly (readonly Row[])[];
  // Some fields stay as they were, so that ISCHANGED has something to deny.
  rows = (now ?? []).map((row, place) => ({
    row, isNew: place % 5 === 0, before: Object.fromEntries(Object.entries(row).map(([name, value], index) => [name, (index + place) % 2 === 0 ? value : (earlier?.[place]?.[name] ?? null)])),
  }));
  const columns = Object.entries(fieldTypes).map(([name, type]) => `"${name}" ${name === 'pieces' ? 'integer' : name === 'price' ? 'numeric(12,2)' : columnTypes[type]}`);
  for (const [table, of] of [['visits', 'row'], ['earlier', 'before']] as const) {
    await database.query(`create table ${table} (place integer, is_new boolean, ${columns.join(', ')})`);
    const documents = rows.map((one, place) => ({ place, is_new: one.isNew, ...one[of] }));
    await database.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(documents)]);
  }
  return rows.length;
}

/** Works every formula out for every row, here and in one statement there. Of a difference, the smallest part that differs is told. */
export async function findDifferences(database: Database, texts: readonly string[], setting: Setting): Promise<readonly Difference[]> {
  const found = await compare(database, texts, setting).catch((error: unknown) => error);
  if (Array.isArray(found) && found.length === 0) return [];
  for (const text of texts) {
    for (const part of [...partsOf(check(text, setting)), text]) {
      const [difference] = await compare(database, [part], setting).catch((error: unknown) => [{ formula: part, row: null, javaScript: null, postgreSql: String(error) }]);
      if (difference !== undefined) return [difference];
    }
  }
  throw found instanceof Error ? found : new Error('Only all the formulas together differ.');
}

async function compare(database: Database, texts: readonly string[], setting: Setting): Promise<Difference[]> {
  const formulas = texts.map((text) => check(text, setting));
  const columns = formulas.flatMap((formula, index) => [
    sql`${present(formula.type, compileFormula(formula, scopeOf(setting)))} as ${sql.id(`value${index}`)}`,
    ...(formula.type === 'boolean' ? [sql`coalesce(${compileCondition(formula, scopeOf(setting))}, false) as ${sql.id(`condition${index}`)}`] : []),
  ]);
  const { text, values } = compileSql(sql`select ${sql.join(columns)} from visits v join earlier e using (place) order by place`);
  const answers = await database.query<Record<string, unknown>>(text, [...values]);
  const differing: Difference[] = [];
  for (const [place, { row, before, isNew }] of rows.entries()) {
    const environment: FormulaEnvironment = { ...setting, isNew, prior: ([name = '']) => before[name] };
    const answer = answers.rows[place] ?? {};
    for (const [index, formula] of formulas.entries()) {
      const javaScript = evaluateFormula(formula, ([name = '']) => row[name], environment);
      const expected = JSON.stringify(widen(formula.type, javaScript));
      for (const postgreSql of [answer[`value${index}`], answer[`condition${index}`] ?? answer[`value${index}`]]) {
        if (expected !== JSON.stringify(postgreSql)) differing.push({ formula: formula.text, row, javaScript, postgreSql });
      }
    }
  }
  return differing;
}

function check(text: string, { treatBlanksAs }: Setting): TypedFormula {
  const result = checkFormula(text, { resolve: ([name = '']) => (fieldTypes[name] === undefined ? undefined : { type: fieldTypes[name] }) }, undefined, { treatBlanksAs, allow: { prior: true } });
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.problems)}`);
  return result.formula;
}

function scopeOf({ now, timeZone }: Setting): SqlScope {
  return {
    column: (path) => sql.ref(`v.${path.join('.')}`), now: sql`${now}`, timeZone: sql`${timeZone}`,
    isNew: sql.ref('v.is_new'), prior: (path) => sql.ref(`e.${path.join('.')}`),
  };
}

/** The texts of all parts, the smallest first. */
function partsOf(formula: TypedFormula): readonly string[] {
  const found: string[] = [];
  const visit = (node: TypedNode): void => {
    if (node.kind === 'literal' || node.kind === 'reference') return;
    node.arguments.forEach(visit);
    found.push(formula.text.slice(node.start, node.end));
  };
  visit(formula.root);
  return found.sort((one, other) => one.length - other.length);
}

const columnTypes: Readonly<Record<FormulaType, string>> = {
  text: 'text', picklist: 'text', reference: 'uuid', number: 'numeric', boolean: 'boolean', date: 'date', time: 'time', datetime: 'timestamptz', multipicklist: 'text[]', location: 'jsonb',
};

function present(type: FormulaType, value: RawBuilder<unknown>): RawBuilder<unknown> {
  if (type === 'datetime') return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  if (type === 'date') return sql`to_char(${value}, 'YYYY-MM-DD')`;
  return type === 'number' || type === 'time' ? sql`(${value})::text` : value;
}

/** PostgreSQL is asked for six digits of the second. */
function widen(type: FormulaType, value: FormulaValue): FormulaValue {
  return type === 'datetime' && typeof value === 'string' ? value.replace(/\.(\d+)Z/, (_, digits: string) => `.${digits.padEnd(6, '0')}Z`) : value;
}
