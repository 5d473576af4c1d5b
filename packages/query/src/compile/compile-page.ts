import { sql, type RawBuilder } from 'kysely';
import type { PageField, PageRequest } from '../request/read-request.js';
import { compileCondition } from './compile-condition.js';
import { compileAggregates, compileGroups } from './compile-groups.js';
import { compileNumberedRows } from './compile-numbered-rows.js';
import { compileColumns } from './compile-row.js';
import { alive, allOf, visible, type Compilation, type Table } from './compilation.js';
import { compileSearchFilter } from '../search/search-filter.js';
import { countOpen, gatheredFrom, openRows } from './open-rows.js';
import { pageRows, type ListRows } from './page-rows.js';

// Sizes of pages stand in the statement as they are: PostgreSQL keeps a plan only where it knows them.

/** Counting stops here: nobody reads the difference, and the database would. */
export const MOST_COUNTED = 1_000_000;

/** A page as the JSON of a connection. `links` tie its records to the record they are listed under. */
export function compilePage(
  page: PageRequest,
  table: Table,
  compilation: Compilation,
  links: readonly RawBuilder<boolean>[] = [],
): RawBuilder<unknown> {
  const { members, from } = compileMembers(page, table, compilation, links);
  const columns = sql`select ${sql.join(members.map(({ key, json }) => sql`${json} as ${sql.id(key)}`))}`;
  return sql`(select row_to_json(c.*) from (${columns}${from ? sql` from ${from}` : sql``}) c)`;
}

export interface Members {
  readonly members: readonly { readonly key: string; readonly json: RawBuilder<unknown> }[];
  /** One row that the members are taken from; absent where each is had by itself. */
  readonly from?: RawBuilder<unknown>;
}

/** The members of a connection. One that is only records in their order needs neither the row after them nor places. */
export function compileMembers(page: PageRequest, table: Table, compilation: Compilation, links: readonly RawBuilder<boolean>[] = []): Members {
  const isPlain = page.select.every(({ kind }) => kind !== 'edges' && kind !== 'pageInfo');
  // Records that are listed under another one are few: each is asked by itself.
  const open = links.length === 0 ? openRows(table, () => [alive(table), ...compileFilter(page, table, compilation)]) : undefined;
  const readable = visible({ ...table, takesFew: true });
  const wanted = compileFilter(page, table, compilation);
  const list: ListRows = { filter: [...links, ...readable, ...wanted], open };
  // Of all records, not of the page: another way of asking for their owners.
  const isEvery = links.length === 0 && wanted.length === 0;
  const all = () => [...links, ...visible(isEvery ? { ...table, takesAll: true } : table), ...wanted];
  if (isPlain && page.direction === 'forwards') return { members: compilePlain(page, table, compilation, list, all) };
  const { from, json } = compileNumberedRows(page, table, compilation, list);
  return { members: page.select.map((field, index) => ({ key: field.key, json: json(field, index) ?? compileUnpaged(field, table, compilation, list, all) })), from };
}

/** What leaves all records of a list, whatever its page. */
type AllRows = () => readonly RawBuilder<boolean>[];

function compilePlain(page: PageRequest, table: Table, compilation: Compilation, list: ListRows, all: AllRows): Members['members'] {
  const { from, orderBy } = pageRows(page, table, compilation, list, page.limit);
  return page.select.map((field) => {
    if (field.kind !== 'nodes') return { key: field.key, json: compileUnpaged(field, table, compilation, list, all) };
    const columns = compileColumns(field.select, table, compilation);
    const records = sql`select ${columns} from ${from} order by ${orderBy} limit ${sql.lit(page.limit)}`;
    return { key: field.key, json: sql`(select coalesce(json_agg(n.*), '[]') from (${records}) n)` };
  });
}

/** What leaves the records of a list: those the person may see, tied to `links`, and what the list asks for. */
export function filterOf(page: PageRequest, table: Table, compilation: Compilation, links: readonly RawBuilder<boolean>[]): readonly RawBuilder<boolean>[] {
  return [...links, ...visible(table), ...compileFilter(page, table, compilation)];
}

/** What a connection says that does not depend on the page. */
function compileUnpaged(field: PageField, table: Table, compilation: Compilation, { open }: ListRows, all: AllRows): RawBuilder<unknown> {
  if (field.kind === 'typename') return sql`to_json(${sql.lit(`${table.object.name}Connection`)}::text)`;
  if (open && field.kind === 'totalCount') return countOpen(open, table, compilation, MOST_COUNTED);
  const gathered = open && gatheredFrom(open, table, compilation);
  const filter = gathered ? [] : all();
  if (field.kind === 'aggregate') return compileAggregates(field.select, gathered ?? table, compilation, filter);
  if (field.kind === 'groupBy') return compileGroups(field.groups, gathered ?? table, compilation, filter);
  return sql`(select count(*) from (select from ${table.from} where ${allOf(filter)} limit ${sql.lit(MOST_COUNTED)}) counted)`;
}

function compileFilter(page: PageRequest, table: Table, compilation: Compilation): RawBuilder<boolean>[] {
  const where = 'and' in page.where && page.where.and.length === 0 ? [] : [compileCondition(page.where, table, compilation)];
  return page.search ? [...where, compileSearchFilter(page.search, table, compilation, page.searchWords)] : where;
}
