import { fieldType } from '@guanxi/field-types';
import { sql, type RawBuilder } from 'kysely';
import type { PageRequest } from '../request/read-request.js';
import { ALONE } from '../search/alone.js';
import { allOf, type Compilation, type Table } from './compilation.js';
import { beyondCursor } from './cursor.js';
import { Joins } from './joins.js';
import { eachBranch, goesByOwners, isFew, mergedBranches, type OpenRows } from './open-rows.js';
import { compileOrder, completeOrder, orderTerms, type OrderTerm } from './order.js';

/** What leaves the records of a list. */
export interface ListRows {
  readonly filter: readonly RawBuilder<boolean>[];
  /** The same, told apart by why they are open to the person. */
  readonly open?: OpenRows | undefined;
}

/** The rows that a page takes, in its order (or against it, when it goes backwards). */
export interface PageRows {
  /** What stands after `from`: the table goes by its name. */
  readonly from: RawBuilder<unknown>;
  readonly orderBy: RawBuilder<unknown>;
  /** The order by what `from` has. */
  readonly terms: readonly OrderTerm[];
}

/**
 * The rows as they are found. A page that begins at a cursor may have to look in two stretches of an index: then both are
 * read, and no further than the page.
 */
export function pageRows(page: PageRequest, table: Table, compilation: Compilation, { filter, open }: ListRows, limit: number): PageRows {
  const joins = new Joins(table, compilation);
  const terms = orderTerms(page, joins);
  const { stretches, bounds } = stretchesOf(page, terms);
  const inOwnersOrder = isOwnersOrder(page, table);
  const byOwners = isFew(compilation) && inOwnersOrder;
  const apart = open && (goesByOwners(compilation) || byOwners) ? open : undefined;
  const alone = page.search ? [ALONE] : [];
  const where = (more: readonly RawBuilder<boolean>[]) => allOf([...(apart?.filter ?? filter), ...bounds, ...more, ...alone]);
  if (stretches.length <= 1 && !apart) return { from: sql`${joins.from} where ${where(stretches)}`, orderBy: orderOf(page, terms), terms };
  const columns = apart && byOwners ? keysOf(table, terms) : withTerms(table, terms);
  const read = (more: readonly RawBuilder<boolean>[]) =>
    sql`(select ${columns} from ${joins.from} where ${where(more)} order by ${orderOf(page, terms)} limit ${sql.lit(limit)})`;
  const kept = keptTerms(table, terms);
  if (apart && inOwnersOrder && !byOwners && stretches.length <= 1) {
    const order = orderOf(page, kept);
    const merged = mergedBranches(apart, table, compilation, (more) => read([...more, ...stretches]), sql`order by ${order} limit ${sql.lit(limit)}`);
    return { from: merged, orderBy: order, terms: kept };
  }
  const wanted = stretches.length === 0 ? [[]] : stretches.map((stretch) => [stretch]);
  const pieces = wanted.flatMap((stretch) => (apart ? eachBranch(apart, table, compilation, (more) => read([...more, ...stretch])) : [read(stretch)]));
  const found = sql.join(pieces, sql` union all `);
  if (apart && byOwners) return fetchFound(page, table, compilation, { found, terms }, limit);
  return { from: sql`(${found}) ${sql.id(table.alias)}`, orderBy: orderOf(page, kept), terms: kept };
}

/** The orders in which the indexes of an object have the records of each owner, by one value of an indexed field also that of ids. What any other filter takes away would have to be fetched from all of them. */
function isOwnersOrder({ orderBy, where, search }: PageRequest, table: Table): boolean {
  const [first, ...more] = completeOrder(orderBy);
  if (search !== undefined || first?.path.length !== 1 || more.length > 1) return false;
  const [name = ''] = first.path;
  if ('and' in where && where.and.length === 0) return name === 'id' || name === 'createdAt' || isIndexed(table, name);
  const wanted = 'and' in where && where.and.length === 1 ? where.and[0] : where;
  return name === 'id' && wanted !== undefined && 'field' in wanted && wanted.part === undefined && wanted.operator === 'eq' && isIndexed(table, wanted.field);
}

function isIndexed({ object }: Table, name: string): boolean {
  const field = object.fieldByName.get(name);
  return field !== undefined && field.indexed && !field.unique && field.target === undefined && !field.system && fieldType(field.value.type).sortable === true;
}

/** Many people's first records are found by their keys, out of an index, and only those that the page takes are fetched. */
function fetchFound(page: PageRequest, table: Table, compilation: Compilation, { found, terms }: { found: RawBuilder<unknown>; terms: readonly OrderTerm[] }, limit: number): PageRows {
  const key = compilation.alias();
  const kept = terms.map((term, index) => ({ ...term, expression: sql.id(key, `_k${index}`), isOfRow: false }));
  const first = sql`select * from (${found}) ${sql.id(key)} order by ${orderOf(page, kept)} limit ${sql.lit(limit)}`;
  return { from: sql`(${first}) ${sql.id(key)} join ${table.from} on ${sql.id(table.alias, 'id')} = ${sql.id(key, '_id')}`, orderBy: orderOf(page, kept), terms: kept };
}

function keysOf({ alias }: Table, terms: readonly OrderTerm[]): RawBuilder<unknown> {
  return sql.join([sql`${sql.id(alias, 'id')} as "_id"`, ...terms.map(({ expression }, index) => sql`${expression} as ${sql.id(`_k${index}`)}`)]);
}

/** The same rows as a table of their own under the table's name, with the values that it is ordered by. */
export function takenRows(
  page: PageRequest,
  table: Table,
  compilation: Compilation,
  list: ListRows,
  limit: number,
): { readonly rows: RawBuilder<unknown>; readonly terms: readonly OrderTerm[] } {
  const { from, orderBy, terms } = pageRows(page, table, compilation, list, limit);
  const rows = sql`select ${withTerms(table, terms)} from ${from} order by ${orderBy} limit ${sql.lit(limit)}`;
  return { rows, terms: keptTerms(table, terms) };
}

function orderOf({ direction }: PageRequest, terms: readonly OrderTerm[]): RawBuilder<unknown> {
  return compileOrder(terms, direction === 'backwards');
}

/** The columns of a row, and what its place is worked out of. */
function withTerms({ alias }: Table, terms: readonly OrderTerm[]): RawBuilder<unknown> {
  const worked = terms.flatMap((term, index) => (term.isOfRow ? [] : [sql`${term.expression} as ${sql.id(`_k${index}`)}`]));
  return sql.join([sql`${sql.id(alias)}.*`, ...worked]);
}

function keptTerms({ alias }: Table, terms: readonly OrderTerm[]): readonly OrderTerm[] {
  return terms.map((term, index) => (term.isOfRow ? term : { ...term, expression: sql.id(alias, `_k${index}`), isOfRow: true }));
}

/** Where the page begins, and where it has to end. Only of a column two stretches are worth two readings. */
function stretchesOf({ after, before, orderBy, direction }: PageRequest, terms: readonly OrderTerm[]): { stretches: readonly RawBuilder<boolean>[]; bounds: readonly RawBuilder<boolean>[] } {
  const beyond = (position: typeof after, side: 'after' | 'before') => (position ? beyondCursor({ position, terms, orderBy, side }) : []);
  const [begins, ends] = direction === 'forwards' ? [beyond(after, 'after'), beyond(before, 'before')] : [beyond(before, 'before'), beyond(after, 'after')];
  if (terms[0]?.isColumn) return { stretches: begins, bounds: anyOf(ends) };
  return { stretches: [], bounds: [...anyOf(begins), ...anyOf(ends)] };
}

function anyOf(predicates: readonly RawBuilder<boolean>[]): readonly RawBuilder<boolean>[] {
  return predicates.length > 1 ? [sql<boolean>`(${sql.join(predicates, sql` or `)})`] : predicates;
}
