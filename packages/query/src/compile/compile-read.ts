import { sql, type RawBuilder } from 'kysely';
import { toParameter } from '../request/operand.js';
import type { ReadRequest, RootRead } from '../request/read-request.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { isRecordId } from './compile-condition.js';
import { allOf, Compilation, visible, type Ground, type Table } from './compilation.js';
import { compileAsOf } from './compile-as-of.js';
import { compileMembers } from './compile-page.js';
import { inner } from './inner.js';
import { compileNode, compileOne } from './compile-row.js';
import { compileSearch } from '../search/compile-search.js';

/** Answers one row of JSON texts. */
export interface ReadStatement extends Statement {
  /** The text around the columns of the row, one piece more than there are columns: with them it makes the members of `data`. */
  readonly around: readonly string[];
}

/** One statement for all that an operation reads. */
export function compileRead(request: ReadRequest, ground: Ground): ReadStatement {
  const compilation = new Compilation(ground, inner);
  const roots = request.roots.map((root) => compileRoot(root, compilation));
  const { around, columns } = separate(roots.flatMap(({ pieces }, index): Piece[] => [index === 0 ? '' : ',', ...pieces]));
  const selected = columns.map((column, index) => sql`(${column})::text as ${sql.id(`r${index}`)}`);
  const rows = roots.flatMap(({ from }) => (from ? [from] : []));
  const from = rows.length === 0 ? sql`` : sql` from ${sql.join(rows, sql` cross join `)}`;
  return Object.freeze({ ...compileStatement(sql`select ${sql.join(selected)}${from}`), around });
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
  const label = `${JSON.stringify(root.key)}:`;
  if (root.kind !== 'page') return { pieces: [label, compileValue(root, compilation)] };
  // Copying a long list into an object costs PostgreSQL more than it costs us to write braces around it.
  const { members, from } = compileMembers(root.page, compilation.table(root.object), compilation);
  return { pieces: [`${label}{`, ...members.flatMap(({ key, json }, index): Piece[] => [`${index === 0 ? '' : ','}${JSON.stringify(key)}:`, json]), '}'], from };
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
