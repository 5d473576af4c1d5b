import { sql, type RawBuilder } from 'kysely';
import { toParameter } from '../request/operand.js';
import type { ReadRequest, RootRead } from '../request/read-request.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { isRecordId } from './compile-condition.js';
import { allOf, Compilation, visible, type Ground, type Table } from './compilation.js';
import { compilePage } from './compile-page.js';
import { compileNode, compileOne } from './compile-row.js';
import { compileSearch } from './compile-search.js';

/** One statement for all that an operation reads: one row, one column of JSON text per root, in order; null where there is no record. */
export function compileRead(request: ReadRequest, ground: Ground): Statement {
  const compilation = new Compilation(ground, compilePage);
  const columns = request.roots.map((root, index) => sql`${compileRoot(root, compilation)}::text as ${sql.id(`r${index}`)}`);
  return compileStatement(sql`select ${sql.join(columns)}`);
}

function compileRoot(root: RootRead, compilation: Compilation): RawBuilder<unknown> {
  if (root.kind === 'typename') return sql`to_json(${root.name}::text)`;
  if (root.kind === 'search') return compileSearch(root.search, compilation);
  const table = compilation.table(root.object);
  if (root.kind === 'page') return compilePage(root.page, table, compilation);
  if (root.kind === 'several') return compileSeveral(root, table, compilation);
  // What is no id belongs to no record.
  const id = sql`${toParameter(root.id, (value) => (isRecordId(value) ? value : null))}::uuid`;
  return compileOne(root.select, table, [sql<boolean>`${sql.id(table.alias, 'id')} = ${id}`, ...visible(table)], compilation);
}

function compileSeveral(root: Extract<RootRead, { kind: 'several' }>, table: Table, compilation: Compilation): RawBuilder<unknown> {
  const ids = sql`${toParameter(root.ids, (value) => value)}::uuid[]`;
  const wanted = sql`unnest(${ids}) with ordinality as wanted(id, place)`;
  const rows = sql`${wanted} join ${table.from} on ${sql.id(table.alias, 'id')} = wanted.id where ${allOf(visible(table))}`;
  return sql`(select coalesce(json_agg(${compileNode(root.select, table, compilation)} order by wanted.place), '[]') from ${rows})`;
}
