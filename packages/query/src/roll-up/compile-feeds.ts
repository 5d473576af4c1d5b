import { contribution, exactColumn } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { Slot } from '../statement/slot.js';
import type { Feed } from './feed.js';
import { OPERATIONS, type DeltaColumn } from './operations.js';

type Sql = RawBuilder<unknown>;

/** Rows of the written object as a table that has the columns of `feedColumns`. */
export interface RowTable {
  /** `record as r`, or a sub-select with its alias. */
  readonly from: Sql;
  readonly alias: string;
}

/** The rows that a statement really changed: as they were, and as they are. New rows have no `before`, deleted ones no `after`. */
export interface ChangedRows {
  readonly before?: RowTable;
  readonly after?: RowTable;
}

/** Of one record: its id, the object it belongs to (`o`), and by name what has changed among its children. */
export type RollUpDelta = { readonly o: string; readonly id: string } & Readonly<Record<string, string | number | boolean>>;

export const MOMENT = {
  now: sql`${new Slot(({ now }) => now)}::timestamptz`,
  timeZone: sql`${new Slot(({ timeZone }) => timeZone)}::text`,
};

/** The columns of the written object that `compileFeeds` reads. */
export function feedColumns(feeds: readonly Feed[]): readonly { readonly column: string }[] {
  const names = new Set(feeds.flatMap(({ reads }) => [...reads]));
  const read = feeds[0]?.child.fields.filter(({ name }) => names.has(name)).map(exactColumn) ?? [];
  return feeds.length === 0 ? [] : ['id', 'deleted_at', ...read].flatMap((column) => (column === undefined ? [] : [{ column }]));
}

/**
 * The column `feeds` of a writing statement: JSON text of `RollUpDelta[]` or null, one entry for each record some roll-up of
 * which has changed. What a row gave is taken away, what it gives is added: so a change, a move to another record,
 * a deletion and a row that passes the filter no longer are all the same.
 */
export function compileFeeds(feeds: readonly Feed[], rows: ChangedRows): Sql {
  if (feeds.length === 0) return sql`null::text as feeds`;
  const groups = new Map<string, Feed[]>();
  for (const feed of feeds) {
    const name = `${feed.parent.name} ${feed.reference.name}`;
    groups.set(name, [...(groups.get(name) ?? []), feed]);
  }
  const deltas = [...groups.values()].map((group) => compileGroup(group, rows));
  return sql`(select json_agg(f.j) from (${sql.join(deltas, sql` union all `)}) f)::text as feeds`;
}

function compileGroup(feeds: readonly Feed[], { before, after }: ChangedRows): Sql {
  const [first] = feeds as readonly [Feed, ...Feed[]];
  const sides = [...(before ? [compileSide(feeds, before, -1)] : []), ...(after ? [compileSide(feeds, after, 1)] : [])];
  const columns = feeds.flatMap((feed) => OPERATIONS[feed.rollUp.operation].deltas(feed).map((column): [Feed, DeltaColumn] => [feed, column]));
  const gathered = columns.map(([{ key }, { name, gather }]) => {
    const value = gather({ counts: sql.id('e', `c${key}`), value: sql.id('e', `v${key}`), sign: sql`e.s` });
    return sql`${value} as ${sql.id(name)}`;
  });
  const some = columns.map(([, { name }]) => sql`${sql.id('g', name)} is not null`);
  return sql`select json_strip_nulls(row_to_json(g)) as j from (
    select ${first.parent.name}::text as o, e.id, ${sql.join(gathered)} from (${sql.join(sides, sql` union all `)}) e group by e.id
  ) g where ${sql.join(some, sql` or `)}`;
}

function compileSide(feeds: readonly Feed[], { from, alias }: RowTable, sign: 1 | -1): Sql {
  const [{ reference }] = feeds as readonly [Feed, ...Feed[]];
  const parent = sql.id(alias, reference.column);
  const given = feeds.flatMap(({ key, child, rollUp }) => {
    const { counts, value, place } = contribution(child, rollUp, alias, MOMENT);
    const placed = rollUp.operation === 'first' || rollUp.operation === 'last' ? sql`(${counts} and ${place} is not null)` : counts;
    return [sql`${placed} as ${sql.id(`c${key}`)}`, sql`${value} as ${sql.id(`v${key}`)}`];
  });
  return sql`select ${parent} as id, ${sql.lit(sign)} as s, ${sql.join(given)} from ${from} where ${parent} is not null`;
}
