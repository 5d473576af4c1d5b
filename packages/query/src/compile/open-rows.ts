import { sql, type RawBuilder } from 'kysely';
import { isNarrow, type Reach } from '../access/access.js';
import { openBranches, type OpenBranches } from '../access/sharing/open-branches.js';
import { ownerColumn } from '../access/sharing/sharing-grounds.js';
import { ME, type Slot } from '../statement/slot.js';
import { allOf, type Compilation, type Table } from './compilation.js';

/** The open records of a list by the ways they are found, where that is cheaper than asking each record of the object. */
export interface OpenRows extends OpenBranches {
  /** What else leaves the records of the list. */
  readonly filter: readonly RawBuilder<boolean>[];
}

/** `select` over the rows of a list, each branch by itself, in brackets. `read` makes one branch out of what it adds to the filter. */
export function eachBranch({ owners, others }: OpenRows, table: Table, compilation: Compilation, read: (more: readonly RawBuilder<boolean>[]) => RawBuilder<unknown>): readonly RawBuilder<unknown>[] {
  const owner = sql.id(compilation.alias());
  const rows = sql.id(compilation.alias());
  const own = sql`(select ${rows}.* from ${owners} ${owner} cross join lateral ${read([sql<boolean>`${ownerColumn(table)} = ${owner}.id`])} ${rows})`;
  return [own, ...others.map(read)];
}

/** For as many people below as a reach takes at most there is a branch. Nobody is in what is left over, unless the reach has just grown. */
const BRANCHES_BELOW: Readonly<Partial<Record<Reach, number>>> = { own: 0, handful: 3, narrow: 8 };

/**
 * The same with a branch for each owner, which has the records in the order of the list: PostgreSQL merges them and reads no more of them than the
 * page takes, instead of a whole page of each. `page` is what follows, the order and the limit; answers a table under the name of the one that is listed.
 */
export function mergedBranches({ below, others }: OpenRows, table: Table, compilation: Compilation, read: (more: readonly RawBuilder<boolean>[]) => RawBuilder<unknown>, page: RawBuilder<unknown>): RawBuilder<unknown> {
  const of = (id: RawBuilder<unknown> | Slot) => read([sql<boolean>`${ownerColumn(table)} = ${id}`]);
  const { people, branches } = below ? branchesBelow(below, compilation, of) : { branches: [] };
  const name = sql.id(table.alias);
  const all = sql.join([of(ME), ...branches, ...others.map(read)], sql` union all `);
  return sql`(${people ?? sql``}select * from (${all}) ${name} ${page}) ${name}`;
}

/** Those who have a branch of their own are at hand as an array: asking for each by itself would cost as much as the records. */
function branchesBelow(below: RawBuilder<unknown>, compilation: Compilation, of: (id: RawBuilder<unknown>) => RawBuilder<unknown>): { readonly people?: RawBuilder<unknown>; readonly branches: readonly RawBuilder<unknown>[] } {
  const most = BRANCHES_BELOW[compilation.ground.access.reach ?? 'own'] ?? 0;
  const [people, owner, rows] = [sql.id(compilation.alias()), sql.id(compilation.alias()), sql.id(compilation.alias())];
  const leftOver = (ids: RawBuilder<unknown>) => sql`(select ${rows}.* from ${ids} ${owner}(id) cross join lateral ${of(sql`${owner}.id`)} ${rows})`;
  if (most === 0) return { branches: [leftOver(sql`(${below})`)] };
  const each = Array.from({ length: most }, (_, index) => of(sql`(select ids[${sql.lit(index + 1)}] from ${people})`));
  return {
    people: sql`with ${people}(ids) as materialized (select array(${below})) `,
    branches: [...each, leftOver(sql`unnest((select ids[${sql.lit(most + 1)}:] from ${people}))`)],
  };
}

/** How many there are, no more than `most`. Owners are counted out of their index. */
export function countOpen({ owners, others, filter }: OpenRows, table: Table, compilation: Compilation, most: number): RawBuilder<unknown> {
  const owner = sql.id(compilation.alias());
  const own = sql`(select 1 from ${owners} ${owner} join ${table.from} on ${ownerColumn(table)} = ${owner}.id where ${allOf(filter)})`;
  const branches = [own, ...others.map((more) => sql`(select 1 from ${table.from} where ${allOf([...more, ...filter])})`)];
  return sql`(select count(*) from (select from (${sql.join(branches, sql` union all `)}) counting limit ${sql.lit(most)}) counted)`;
}

/** The table with nothing in it but the open records of the list, where so few people's are open that going by owners beats going through everybody's. */
export function gatheredFrom(open: OpenRows, table: Table, compilation: Compilation): Table | undefined {
  if (!goesByOwners(compilation) && !isFew(compilation)) return undefined;
  const rows = eachBranch(open, table, compilation, (more) => sql`(select ${sql.id(table.alias)}.* from ${table.from} where ${allOf([...open.filter, ...more])})`);
  return { ...table, from: sql`(${sql.join(rows, sql` union all `)}) ${sql.id(table.alias)}` };
}

/** Of a handful of people each is asked for the first of their records; of many, the list itself is gone through until it is full. */
export function goesByOwners({ ground }: Compilation): boolean {
  return isNarrow(ground.access.reach);
}

/** The same, but only where an index has each one's records in the order of the list. */
export function isFew({ ground }: Compilation): boolean {
  return ground.access.reach === 'few';
}

export function openRows(table: Table, filter: () => readonly RawBuilder<boolean>[]): OpenRows | undefined {
  const branches = openBranches(table);
  return branches && { ...branches, filter: filter() };
}
