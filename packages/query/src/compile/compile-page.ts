import { sql, type RawBuilder } from 'kysely';
import type { EdgeField, PageField, PageInfoField, PageRequest } from '../request/read-request.js';
import { compileCondition } from './compile-condition.js';
import { compileAggregates, compileGroups } from './compile-groups.js';
import { compileColumns, compileNode } from './compile-row.js';
import { allOf, visible, type Compilation, type Table } from './compilation.js';
import { cursorText } from './cursor.js';
import { compileSearchFilter } from '../search/search-filter.js';
import { orderSignature, type OrderTerm } from './order.js';
import { pageRows, takenRows } from './page-rows.js';

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
  const plain = compilePlainPage(page, table, compilation, links);
  const members = plain
    ? sql`select ${sql.join(plain.map(({ key, json }) => sql`${json} as ${sql.id(key)}`))}`
    : compileFull(page, table, compilation, filterOf(page, table, compilation, links));
  return sql`(select row_to_json(c.*) from (${members}) c)`;
}

export interface Member {
  readonly key: string;
  readonly json: RawBuilder<unknown>;
}

/**
 * The members of a connection that is only records in their order, each by itself: such a page needs neither the row after
 * it nor places in it. Undefined for any other page.
 */
export function compilePlainPage(
  page: PageRequest,
  table: Table,
  compilation: Compilation,
  links: readonly RawBuilder<boolean>[] = [],
): readonly Member[] | undefined {
  const isPlain = page.select.every(({ kind }) => kind !== 'edges' && kind !== 'pageInfo');
  if (!isPlain || page.direction === 'backwards') return undefined;
  const filter = filterOf(page, table, compilation, links);
  const { from, orderBy } = pageRows(page, table, compilation, filter, page.limit);
  return page.select.map((field) => {
    if (field.kind !== 'nodes') return { key: field.key, json: compileUnpaged(field, table, compilation, filter) };
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
function compileUnpaged(field: PageField, table: Table, compilation: Compilation, filter: readonly RawBuilder<boolean>[]): RawBuilder<unknown> {
  if (field.kind === 'aggregate') return compileAggregates(field.select, table, compilation, filter);
  if (field.kind === 'groupBy') return compileGroups(field.groups, table, compilation, filter);
  if (field.kind === 'typename') return sql`to_json(${sql.lit(`${table.object.name}Connection`)}::text)`;
  return sql`(select count(*) from (select from ${table.from} where ${allOf(filter)} limit ${sql.lit(MOST_COUNTED)}) counted)`;
}

/** Reads one row more than the page has, to know whether it goes on, and numbers the rows. */
function compileFull(page: PageRequest, table: Table, compilation: Compilation, filter: readonly RawBuilder<boolean>[]): RawBuilder<unknown> {
  const backwards = page.direction === 'backwards';
  const { rows: taken, terms } = takenRows(page, table, compilation, filter, page.limit + 1);
  const self = sql.id(table.alias);
  const placed = sql`select ${self}.*, row_number() over () as "_place", count(*) over () as "_total" from (${taken}) ${self}`;
  const inPage = sql`${self}."_place" <= ${sql.lit(page.limit)}`;
  const built = page.select.map((field, index) => {
    const json = compileBuilt(field, table, compilation, terms, page);
    return json && sql`case when ${inPage} then ${json} end as ${sql.id(`node_${index}`)}`;
  });
  const cursorHere = sql`${self}."_place" = 1 or ${self}."_place" = least(${self}."_total", ${sql.lit(page.limit)})`;
  const cursor = sql`case when ${cursorHere} then ${cursorText(terms, orderSignature(page.orderBy))} end as "_cursor"`;
  const columns = [sql`"_place"`, sql`"_total"`, ...(wantsCursors(page) ? [cursor] : []), ...built.filter((json) => json !== undefined)];
  const lines = sql`select ${sql.join(columns)} from (${placed}) ${self}`;
  const answer = page.select.map((field, index) => sql`${answerField(field, index, page, table, compilation, filter)} as ${sql.id(field.key)}`);
  return sql`select ${sql.join(answer)} from (select ${sql.join(gather(page, backwards))} from (${lines}) p) g`;
}

function wantsCursors(page: PageRequest): boolean {
  return page.select.some((field) => field.kind === 'pageInfo' && field.select.some(({ kind }) => kind === 'startCursor' || kind === 'endCursor'));
}

/** The JSON made for every row of the page, if the field has any. */
function compileBuilt(
  field: PageField,
  table: Table,
  compilation: Compilation,
  terms: readonly OrderTerm[],
  page: PageRequest,
): RawBuilder<unknown> | undefined {
  if (field.kind === 'nodes') return compileNode(field.select, table, compilation);
  if (field.kind !== 'edges') return undefined;
  const parts = field.select.map((part) => sql`${compileEdgeField(part, table, compilation, terms, page)} as ${sql.id(part.key)}`);
  return sql`(select row_to_json(e.*) from (select ${sql.join(parts)}) e)`;
}

function compileEdgeField(
  field: EdgeField,
  table: Table,
  compilation: Compilation,
  terms: readonly OrderTerm[],
  page: PageRequest,
): RawBuilder<unknown> {
  if (field.kind === 'node') return compileNode(field.select, table, compilation);
  return field.kind === 'cursor' ? cursorText(terms, orderSignature(page.orderBy)) : sql`${sql.lit(`${table.object.name}Edge`)}::text`;
}

/** What is gathered over the rows of the page: the lists, and for `pageInfo` the ends. */
function gather(page: PageRequest, backwards: boolean): RawBuilder<unknown>[] {
  const order = backwards ? sql` order by p."_place" desc` : sql``;
  const inPage = sql`p."_place" <= ${sql.lit(page.limit)}`;
  const lists = page.select.flatMap((field, index) => {
    if (field.kind !== 'nodes' && field.kind !== 'edges') return [];
    const name = sql.id(`node_${index}`);
    return [sql`coalesce(json_agg(p.${name}${order}) filter (where ${inPage}), '[]') as ${name}`];
  });
  const more = sql`count(*) > ${sql.lit(page.limit)} as more`;
  if (!wantsCursors(page)) return [...lists, more];
  // An empty page has read one row all the same.
  if (page.limit === 0) return [...lists, more, sql`null::text as starts`, sql`null::text as ends`];
  const first = sql`min(p."_cursor") filter (where p."_place" = 1)`;
  const last = sql`min(p."_cursor") filter (where p."_place" = least(p."_total", ${sql.lit(page.limit)}))`;
  return [...lists, more, sql`${backwards ? last : first} as starts`, sql`${backwards ? first : last} as ends`];
}

function answerField(
  field: PageField,
  index: number,
  page: PageRequest,
  table: Table,
  compilation: Compilation,
  filter: readonly RawBuilder<boolean>[],
): RawBuilder<unknown> {
  if (field.kind === 'nodes' || field.kind === 'edges') return sql`g.${sql.id(`node_${index}`)}`;
  if (field.kind !== 'pageInfo') return compileUnpaged(field, table, compilation, filter);
  const parts = field.select.map(({ kind, key }) => sql`${PAGE_INFO[kind](page)} as ${sql.id(key)}`);
  return sql`(select row_to_json(i.*) from (select ${sql.join(parts)}) i)`;
}

const PAGE_INFO: Record<PageInfoField['kind'], (page: PageRequest) => RawBuilder<unknown>> = {
  typename: () => sql`'PageInfo'`,
  hasNextPage: (page) => (page.direction === 'forwards' ? sql`g.more` : sql`${sql.lit(page.before !== undefined)}::boolean`),
  hasPreviousPage: (page) => (page.direction === 'backwards' ? sql`g.more` : sql`${sql.lit(page.after !== undefined)}::boolean`),
  startCursor: () => sql`g.starts`,
  endCursor: () => sql`g.ends`,
};

function compileFilter(page: PageRequest, table: Table, compilation: Compilation): RawBuilder<boolean>[] {
  const where = 'and' in page.where && page.where.and.length === 0 ? [] : [compileCondition(page.where, table, compilation)];
  return page.search ? [...where, compileSearchFilter(page.search, table, compilation, page.searchWords)] : where;
}
