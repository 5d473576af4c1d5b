import { sql, type RawBuilder } from 'kysely';
import { toParameter, type Operand } from '../request/operand.js';
import type { ReadRequest, RootRead } from '../request/read-request.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { isRecordId } from './compile-condition.js';
import { allOf, Compilation, visible, type Ground, type Table } from './compilation.js';
import { compileAsOf } from './compile-as-of.js';
import { compileMembers } from './compile-page.js';
import { inner } from './inner.js';
import { compileNode, compileOne } from './compile-row.js';
import { compileSearch } from '../search/compile-search.js';
import { compileFewFound, type FewFound } from '../search/few-found.js';

/** Answers one row of JSON texts. */
export interface ReadStatement extends Statement {
  /** The text around the columns of the row, one piece more than there are columns: with them it makes the members of `data`. */
  readonly around: readonly string[];
}

/** One statement for all that an operation reads. */
export function compileRead(request: ReadRequest, ground: Ground): ReadStatement {
  const compilation = new Compilation(ground, inner);
  return compileRoots(request.roots.map((root) => compileRoot(root, compilation)));
}

/** The same for lists that are searched, worth trying first. */
export interface ReadOfFew extends ReadStatement {
  /** The column that says `true` where more was found than the statement looks at: the answer is to be had of `compileRead` then. */
  readonly isMore: number;
  /** The texts that are searched for. */
  readonly searched: readonly Operand[];
}

/** For lists in which few records have what is searched for: PostgreSQL plans it once for all words. Undefined where nothing is gained. */
export function compileReadOfFew(request: ReadRequest, ground: Ground): ReadOfFew | undefined {
  const searched = request.roots.flatMap((root) => (root.kind === 'page' && root.page.search ? [root.page.search] : []));
  if (searched.length === 0) return undefined;
  const compilation = new Compilation(ground, inner);
  const few: FewFound[] = [];
  const roots = request.roots.map((root) => {
    const found = root.kind === 'page' ? compileFewFound(root.page, compilation.table(root.object), compilation) : undefined;
    if (root.kind !== 'page' || !found) return compileRoot(root, compilation);
    few.push(found);
    return compilePageRoot({ ...root, page: found.page }, found.table, compilation);
  });
  if (few.length < searched.length) return undefined;
  const statement = compileRoots(roots, few);
  return Object.freeze({ ...statement, isMore: statement.around.length - 1, searched });
}

function compileRoots(roots: readonly Root[], few: readonly FewFound[] = []): ReadStatement {
  const { around, columns } = separate(roots.flatMap(({ pieces }, index): Piece[] => [index === 0 ? '' : ',', ...pieces]));
  const selected = columns.map((column, index) => sql`(${column})::text as ${sql.id(`r${index}`)}`);
  const rows = roots.flatMap(({ from }) => (from ? [from] : []));
  const from = rows.length === 0 ? sql`` : sql` from ${sql.join(rows, sql` cross join `)}`;
  if (few.length === 0) return Object.freeze({ ...compileStatement(sql`select ${sql.join(selected)}${from}`), around });
  const isMore = sql`(${sql.join(few.map((one) => one.isMore), sql` or `)})::text as "more"`;
  return Object.freeze({ ...compileStatement(sql`with ${sql.join(few.map(({ found }) => found))} select ${sql.join([...selected, isMore])}${from}`), around });
}

/** The members of `data` as JSON text, put together from the row that the statement answered. */
export function assembleAnswer({ around }: ReadStatement, row: readonly (string | null)[]): string {
  let answer = around[0] ?? '';
  for (let index = 1; index < around.length; index += 1) answer += (row[index - 1] ?? 'null') + around[index];
  return answer;
}

/** Text that is known now, or an expression of JSON. */
type Piece = string | RawBuilder<unknown>;

function separate(pieces: readonly Piece[]): { around: string[]; columns: RawBuilder<unknown>[] } {
  const around = [''];
  const columns: RawBuilder<unknown>[] = [];
  for (const piece of pieces) {
    if (typeof piece === 'string') around[columns.length] += piece;
    else {
      columns.push(piece);
      around.push('');
    }
  }
  return { around, columns };
}

interface Root {
  readonly pieces: readonly Piece[];
  /** One row that the expressions take from. */
  readonly from?: RawBuilder<unknown> | undefined;
}

function compileRoot(root: RootRead, compilation: Compilation): Root {
  if (root.kind === 'page') return compilePageRoot(root, compilation.table(root.object), compilation);
  return { pieces: [`${JSON.stringify(root.key)}:`, compileValue(root, compilation)] };
}

function compilePageRoot(root: Extract<RootRead, { kind: 'page' }>, table: Table, compilation: Compilation): Root {
  // Copying a long list into an object costs PostgreSQL more than it costs us to write braces around it.
  const { members, from } = compileMembers(root.page, table, compilation);
  return { pieces: [`${JSON.stringify(root.key)}:{`, ...members.flatMap(({ key, json }, index): Piece[] => [`${index === 0 ? '' : ','}${JSON.stringify(key)}:`, json]), '}'], from };
}

function compileValue(root: Exclude<RootRead, { kind: 'page' }>, compilation: Compilation): RawBuilder<unknown> {
  if (root.kind === 'typename') return sql`to_json(${sql.lit(root.name)}::text)`;
  if (root.kind === 'search') return compileSearch(root.search, compilation);
  const table: Table = { ...compilation.table(root.object), takesFew: true };
  if (root.kind === 'several') return compileSeveral(root, table, compilation);
  // What is no id belongs to no record.
  const id = sql`${toParameter(root.id, (value) => (isRecordId(value) ? value : null))}::uuid`;
  if (root.asOf && !table.object.platform) return compileAsOf(root.select, table, id, sql`${toParameter(root.asOf, (value) => value)}::timestamptz`, compilation);
  return compileOne(root.select, table, [sql<boolean>`${sql.id(table.alias, 'id')} = ${id}`, ...visible(table)], compilation);
}

function compileSeveral(root: Extract<RootRead, { kind: 'several' }>, table: Table, compilation: Compilation): RawBuilder<unknown> {
  const ids = sql`${toParameter(root.ids, (value) => value)}::uuid[]`;
  const wanted = sql`unnest(${ids}) with ordinality as wanted(id, place)`;
  const rows = sql`${wanted} join ${table.from} on ${sql.id(table.alias, 'id')} = wanted.id where ${allOf(visible(table))}`;
  return sql`(select coalesce(json_agg(${compileNode(root.select, table, compilation)} order by wanted.place), '[]') from ${rows})`;
}
