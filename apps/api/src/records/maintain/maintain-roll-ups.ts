import { compileLock, compileMaintain, feedsOfDeltas, looksAtChildren, type Feed, type RollUpDelta } from '@guanxi/query';
import { bound, keepStatement } from '../bound-statement.js';
import type { WritePlace } from '../write-place.js';

/** Roll-ups of roll-ups of roll-ups: further than this only records go that stand above each other in a ring. */
const MOST_LEVELS = 100;

/**
 * Carries on what a write means to the roll-ups of other records, and what that means further up, until nothing changes
 * any more. `feeds` is what the writing statement answered. Runs in the transaction of the write and before it commits;
 * `compile-maintain.ts` in the query package says why every value is right then.
 */
export async function maintainRollUps(place: WritePlace, object: string, feeds: string): Promise<void> {
  let level: readonly Changes[] = [{ child: object, deltas: JSON.parse(feeds) as RollUpDelta[] }];
  for (let count = 0; level.length > 0; count += 1) {
    if (count === MOST_LEVELS) throw new Error(`A change of ${object} goes on through roll-ups without an end.`);
    const next: Changes[] = [];
    for (const { child, deltas } of level) {
      for (const [parent, rows] of byParent(deltas)) next.push(...(await maintainParents(place, child, parent, rows)));
    }
    level = next;
  }
}

/** What has changed among the children of records, seen from records of one object. */
interface Changes {
  readonly child: string;
  readonly deltas: readonly RollUpDelta[];
}

async function maintainParents(place: WritePlace, child: string, parent: string, deltas: readonly RollUpDelta[]): Promise<readonly Changes[]> {
  const { model, actor, session } = place;
  const ground = { model, schema: actor.org.schema };
  const feeds = feedsOfDeltas(model, child, parent, deltas);
  if (deltas.some((delta) => feeds.some((feed) => looksAtChildren(feed, delta)))) {
    const lock = keepStatement(model, `lock ${ground.schema} ${parent}`, () => compileLock(parent, ground));
    await session.run(bound(lock, place, { ids: deltas.map(({ id }) => id) }));
  }
  const statement = keepStatement(model, `maintain ${ground.schema} ${child} ${parent} ${keysOf(feeds)}`, () => compileMaintain(feeds, ground));
  const { name, ...unnamed } = bound(statement, place, { deltas: JSON.stringify(deltas) });
  // A kept plan suits one record; for many, each run is worth a plan of its own.
  const [answer] = await session.run<{ feeds: string | null }>(deltas.length === 1 && name !== undefined ? { ...unnamed, name } : unnamed);
  return answer?.feeds ? [{ child: parent, deltas: JSON.parse(answer.feeds) as RollUpDelta[] }] : [];
}

const keysOf = (feeds: readonly Feed[]): string => feeds.map(({ key }) => key).join(',');

/** The deltas by the object of the records, in the order of names; of several lookups to one record, as one. */
function byParent(deltas: readonly RollUpDelta[]): readonly (readonly [string, readonly RollUpDelta[]])[] {
  const parents = new Map<string, Map<string, RollUpDelta>>();
  for (const delta of deltas) {
    const rows = parents.get(delta.o) ?? new Map<string, RollUpDelta>();
    parents.set(delta.o, rows);
    rows.set(delta.id, { ...rows.get(delta.id), ...delta });
  }
  return [...parents].sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, rows]) => [name, [...rows.values()]] as const);
}
