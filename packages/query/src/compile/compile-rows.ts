import { sql } from 'kysely';
import type { PageRequest, Selection } from '../request/read-request.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { filterOf } from './compile-page.js';
import { inner } from './inner.js';
import { compileColumns } from './compile-row.js';
import { allOf, Compilation, type Ground } from './compilation.js';
import { Joins } from './joins.js';
import { compileOrder, orderTerms } from './order.js';

export interface RowsRequest {
  readonly object: string;
  readonly list: Pick<PageRequest, 'where' | 'search' | 'orderBy'>;
  readonly select: Selection;
}

/** A statement with a row for each record of a whole list: its JSON as text in `json`. For readers who take rows as they come, by a cursor of the database. */
export function compileRows({ object, list, select }: RowsRequest, ground: Ground): Statement {
  const compilation = new Compilation(ground, inner);
  const table = compilation.table(object);
  const page: PageRequest = { ...list, direction: 'forwards', limit: 0, select: [] };
  const rows = filterOf(page, table, compilation, []);
  const joins = new Joins(table, compilation);
  const terms = orderTerms(page, joins);
  const columns = compileColumns(select, table, compilation);
  return compileStatement(sql`
    select row_to_json(n.*)::text as json from (select ${columns} from ${joins.from} where ${allOf(rows)} order by ${compileOrder(terms, false)}) n`);
}

/** How many records such a list has: `total`. */
export function compileRowCount({ object, list }: Omit<RowsRequest, 'select'>, ground: Ground): Statement {
  const compilation = new Compilation(ground, inner);
  const table = compilation.table(object);
  const rows = filterOf({ ...list, direction: 'forwards', limit: 0, select: [] }, table, compilation, []);
  return compileStatement(sql`select count(*) as total from ${table.from} where ${allOf(rows)}`);
}
