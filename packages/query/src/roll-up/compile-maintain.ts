import { contribution, fitToColumn, lookUpColumn, type Model } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { recordTable } from '../org-tables.js';
import { Slot } from '../statement/slot.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { compileFeeds, feedColumns, MOMENT } from './compile-feeds.js';
import { feedsOf, feedsOfFields, type Feed } from './feed.js';
import { OPERATIONS, partName } from './operations.js';

type Sql = RawBuilder<unknown>;

interface Ground {
  readonly model: Model;
  readonly schema: string;
}

/**
 * How roll-ups stay right while many write (READ COMMITTED):
 *
 * 1. Whoever changes a record knows, from its state under the row's lock and the state he gives it, what he takes from the
 *    roll-ups of which records and what he adds.
 * 2. Before he commits, in the same transaction, he locks those records and carries his deltas over. So for whoever
 *    holds the lock, the roll-ups follow exactly from the changes of all who have committed and his own: those who
 *    have not committed have either not got here yet, or hold the lock themselves.
 * 3. Counts and sums are added to the row as it is under the lock: a statement that had to wait for it goes on with the
 *    newest version of the row, not with that of its snapshot.
 * 4. That is only true of the locked row. A sub-select over the children in the same statement would still see the snapshot
 *    from before the wait, without what the former holder has just committed. Therefore what looks at children runs as a
 *    statement of its own after one that took the locks: its snapshot is younger than the lock, sees what all former
 *    holders committed, and nothing that would not be in the roll-up yet; see 2.
 * 5. The changed records are rows of their objects like any other: the same statement answers what they take from and add
 *    to roll-ups further up.
 *
 * Locks are taken in the order of the ids. Keys do not change, so rows that only point here never wait.
 */

/** Locks records in the order of their ids. The run's variable `ids` names them. */
export function compileLock(object: string, { model, schema }: Ground): Statement {
  const parent = parentOf(model, object);
  const ids = sql`${new Slot(({ variables }) => variables['ids'])}::uuid[]`;
  return compileStatement(sql`select p.id from ${recordTable(schema, parent)} p where p.id = any(${ids}) order by p.id for no key update`);
}

/** Whether the records have to be locked before their roll-ups are written, since the children may have to be looked at. */
export function looksAtChildren(feed: Feed, delta: Readonly<Record<string, unknown>>): boolean {
  return OPERATIONS[feed.rollUp.operation].looksAfter.some((part) => delta[partName(feed, part)] !== undefined);
}

/** The feeds between two objects that the deltas name. */
export function feedsOfDeltas(model: Model, child: string, parent: string, deltas: readonly Readonly<Record<string, unknown>>[]): readonly Feed[] {
  const names = new Set(deltas.flatMap((delta) => Object.keys(delta)));
  return feedsOf(model, child).filter(
    (feed) => feed.parent.name === parent && OPERATIONS[feed.rollUp.operation].deltas(feed).some(({ name }) => names.has(name)),
  );
}

/** Carries deltas over to the roll-ups of one object. The run's variable `deltas` is their JSON text; the answer is `{ feeds }`, as of a write. */
export function compileMaintain(feeds: readonly Feed[], ground: Ground): Statement {
  const [{ parent }] = feeds as readonly [Feed, ...Feed[]];
  const { model, schema } = ground;
  const next = feedsOfFields(model, parent.name, feeds.map(({ field }) => field.name));
  const columns = feeds.flatMap((feed) => OPERATIONS[feed.rollUp.operation].deltas(feed));
  const values = feeds.flatMap((feed) => newValues(feed, schema));
  const names = values.map(([name]) => name);
  const needed = [...new Set(['id', ...names, ...feedColumns(next).map(({ column }) => column)])];
  const list = (alias: string) => sql.join(names.map((name) => sql.id(alias, name)));
  const kept = needed.map((name) => (names.includes(name) ? sql.id('f', name) : sql.id('h', name)));
  return compileStatement(sql`with
    delta as materialized (select * from jsonb_to_recordset(${new Slot(({ variables }) => variables['deltas'])}::jsonb)
      as d(id uuid, ${sql.join(columns.map(({ name, type }) => sql`${sql.id(name)} ${type}`))})),
    held as materialized (select ${sql.join(needed.map((name) => sql.id('p', name)))} from ${recordTable(schema, parent)} p
      where p.id in (select id from delta) order by p.id for no key update),
    worked as materialized (select h.id, ${sql.join(values.map(([name, value]) => sql`${value} as ${sql.id(name)}`))} from held h join delta d on d.id = h.id),
    fresh as materialized (select f.* from worked f join held h on h.id = f.id where (${list('f')}) is distinct from (${list('h')})),
    written as (update ${recordTable(schema, parent)} p set ${sql.join(names.map((name) => sql`${sql.id(name)} = ${sql.id('f', name)}`))}
      from fresh f where p.id = f.id returning p.id)
    select (select count(*)::integer from written) as written, ${compileFeeds(next, {
      before: { alias: 'b', from: sql`(select h.* from held h join fresh f on f.id = h.id) as b` },
      after: { alias: 'a', from: sql`(select ${sql.join(kept)} from held h join fresh f on f.id = h.id) as a` },
    })}`);
}

function newValues(feed: Feed, schema: string): readonly (readonly [string, Sql])[] {
  return OPERATIONS[feed.rollUp.operation].columns({
    feed,
    held: (column) => sql.id('h', column),
    delta: (part) => sql.id('d', partName(feed, part)),
    look: (by, direction) => look(feed, by, direction, schema),
  });
}

const DIRECTIONS = { asc: sql`asc`, desc: sql`desc` };

/** One descent of an index over lookup and value (or place) where there is one. Children in the recycle bin and those the filter leaves out are passed over. */
function look({ child, reference, rollUp, field }: Feed, by: 'value' | 'place', direction: 'asc' | 'desc', schema: string): Sql {
  const one = contribution(child, rollUp, 'c', MOMENT);
  const column = by === 'value' ? lookUpColumn(child, field) : undefined;
  const key = column === undefined ? one[by] : sql.id('c', column);
  const order = sql`${key} ${DIRECTIONS[direction]}, c.id ${DIRECTIONS[direction]}`;
  const among = sql`${sql.id('c', reference.column)} = h.id and ${one.counts} and ${key} is not null`;
  return sql`(select ${fitToColumn(field, one.value)} from ${recordTable(schema, child)} c where ${among} order by ${order} limit 1)`;
}

function parentOf(model: Model, name: string) {
  const object = model.objectByName.get(name);
  if (!object) throw new Error(`There is no object ${name} in this model.`);
  return object;
}
