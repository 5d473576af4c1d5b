import { sql, type RawBuilder } from 'kysely';
import { openBranches, type OpenBranches } from '../access/sharing/open-branches.js';
import { ownerColumn } from '../access/sharing/sharing-grounds.js';
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

/** How many there are, no more than `most`. Owners are counted out of their index. */
export function countOpen({ owners, others, filter }: OpenRows, table: Table, compilation: Compilation, most: number): RawBuilder<unknown> {
  const owner = sql.id(compilation.alias());
  const own = sql`(select 1 from ${owners} ${owner} join ${table.from} on ${ownerColumn(table)} = ${owner}.id where ${allOf(filter)})`;
  const branches = [own, ...others.map((more) => sql`(select 1 from ${table.from} where ${allOf([...more, ...filter])})`)];
  return sql`(select count(*) from (select from (${sql.join(branches, sql` union all `)}) counting limit ${sql.lit(most)}) counted)`;
}

/** The table with nothing in it but the open records of the list, where so few people's are open that going by owners beats going through everybody's. */
export function gatheredFrom(open: OpenRows, table: Table, compilation: Compilation): Table | undefined {
  if (!isNarrow(compilation) && !isFew(compilation)) return undefined;
  const rows = eachBranch(open, table, compilation, (more) => sql`(select ${sql.id(table.alias)}.* from ${table.from} where ${allOf([...open.filter, ...more])})`);
  return { ...table, from: sql`(${sql.join(rows, sql` union all `)}) ${sql.id(table.alias)}` };
}

/** Of a handful of people each is asked for the first of their records; of many, the list itself is gone through until it is full. */
export function isNarrow({ ground }: Compilation): boolean {
  return ground.access.reach === 'narrow';
}

/** The same, but only where an index has each one's records in the order of the list. */
export function isFew({ ground }: Compilation): boolean {
  return ground.access.reach === 'few';
}

export function openRows(table: Table, filter: () => readonly RawBuilder<boolean>[]): OpenRows | undefined {
  const branches = openBranches(table);
  return branches && { ...branches, filter: filter() };
}
