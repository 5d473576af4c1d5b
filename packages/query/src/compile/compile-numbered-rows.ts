import { sql, type RawBuilder } from 'kysely';
import type { EdgeField, PageField, PageInfoField, PageRequest } from '../request/read-request.js';
import { compileColumns, compileNode } from './compile-row.js';
import type { Compilation, Table } from './compilation.js';
import { cursorText } from './cursor.js';
import { orderSignature, type OrderTerm } from './order.js';
import { takenRows, type ListRows } from './page-rows.js';

export interface NumberedRows {
  /** One row, gathered over the rows of the page. */
  readonly from: RawBuilder<unknown>;
  /** A field of the connection out of that row; undefined for one that does not depend on the page. `index` is its place in the selection. */
  json(field: PageField, index: number): RawBuilder<unknown> | undefined;
}

/** The rows of a page read once, one more than it has, to know whether it goes on and where it begins and ends. */
export function compileNumberedRows(page: PageRequest, table: Table, compilation: Compilation, list: ListRows): NumberedRows {
  const { rows, terms } = takenRows(page, table, compilation, list, page.limit + 1);
  const self = sql.id(table.alias);
  const gathered = sql.id(`${table.alias}_g`);
  const built = page.select.flatMap((field, index) => {
    const columns = compileBuilt(field, table, compilation, terms, page);
    return columns ? [{ name: sql.id(`n${index}`), columns }] : [];
  });
  const laterals = built.map(({ name, columns }) => sql` cross join lateral (select ${columns}) ${name}`);
  const placed = sql`(select ${self}.*, row_number() over () as "_place" from (${rows}) ${self}) ${self}`;
  const order = page.direction === 'backwards' ? sql` order by ${self}."_place" desc` : sql``;
  const inPage = sql`${self}."_place" <= ${sql.lit(page.limit)}`;
  const lists = built.map(({ name }) => sql`coalesce(json_agg(${name}.*${order}) filter (where ${inPage}), '[]') as ${name}`);
  const columns = [...lists, sql`count(*) > ${sql.lit(page.limit)} as more`, ...(wantsCursors(page) ? ends(page, terms, self) : [])];
  return {
    from: sql`(select ${sql.join(columns)} from ${placed}${sql.join(laterals, sql``)}) ${gathered}`,
    json: (field, index) => {
      if (field.kind === 'nodes' || field.kind === 'edges') return sql`${gathered}.${sql.id(`n${index}`)}`;
      if (field.kind !== 'pageInfo') return undefined;
      const parts = field.select.map(({ kind, key }) => sql`${PAGE_INFO[kind](page, gathered)} as ${sql.id(key)}`);
      return sql`(select row_to_json(i.*) from (select ${sql.join(parts)}) i)`;
    },
  };
}

/** The columns of the JSON made for every row of the page, if the field has any. */
function compileBuilt(field: PageField, table: Table, compilation: Compilation, terms: readonly OrderTerm[], page: PageRequest): RawBuilder<unknown> | undefined {
  if (field.kind === 'nodes') return compileColumns(field.select, table, compilation);
  if (field.kind !== 'edges') return undefined;
  return sql.join(field.select.map((part) => sql`${compileEdgeField(part, table, compilation, terms, page)} as ${sql.id(part.key)}`));
}

function compileEdgeField(field: EdgeField, table: Table, compilation: Compilation, terms: readonly OrderTerm[], page: PageRequest): RawBuilder<unknown> {
  if (field.kind === 'node') return compileNode(field.select, table, compilation);
  return field.kind === 'cursor' ? cursorText(terms, orderSignature(page.orderBy)) : sql`${sql.lit(`${table.object.name}Edge`)}::text`;
}

function wantsCursors(page: PageRequest): boolean {
  return page.select.some((field) => field.kind === 'pageInfo' && field.select.some(({ kind }) => kind === 'startCursor' || kind === 'endCursor'));
}

/** The cursors of the first and of the last row, made once out of what the rows are ordered by. */
function ends(page: PageRequest, terms: readonly OrderTerm[], self: RawBuilder<unknown>): RawBuilder<unknown>[] {
  // An empty page has read one row all the same.
  if (page.limit === 0) return [sql`null::text as starts`, sql`null::text as ends`];
  const backwards = page.direction === 'backwards';
  // Where another list is gathered in an order of its own, rows may come in that.
  const order = backwards ? sql` order by ${self}."_place"` : sql``;
  const cursorAt = (place: RawBuilder<unknown>): RawBuilder<unknown> => {
    const there = terms.map((term) => ({ ...term, expression: sql`(array_agg(${term.expression}::text${order}))[${place}]` }));
    return sql`case when count(*) > 0 then ${cursorText(there, orderSignature(page.orderBy))} end`;
  };
  const [first, last] = [cursorAt(sql`1`), cursorAt(sql`least(count(*), ${sql.lit(page.limit)})`)];
  return [sql`${backwards ? last : first} as starts`, sql`${backwards ? first : last} as ends`];
}

const PAGE_INFO: Record<PageInfoField['kind'], (page: PageRequest, gathered: RawBuilder<unknown>) => RawBuilder<unknown>> = {
  typename: () => sql`'PageInfo'`,
  hasNextPage: (page, gathered) => (page.direction === 'forwards' ? sql`${gathered}.more` : sql`${sql.lit(page.before !== undefined)}::boolean`),
  hasPreviousPage: (page, gathered) => (page.direction === 'backwards' ? sql`${gathered}.more` : sql`${sql.lit(page.after !== undefined)}::boolean`),
  startCursor: (_page, gathered) => sql`${gathered}.starts`,
  endCursor: (_page, gathered) => sql`${gathered}.ends`,
};
