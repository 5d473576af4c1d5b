import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';

export interface TakenEvent {
  readonly history_id: string;
  /** Stable id of the object. */
  readonly object: string;
  readonly kind: string;
  readonly lane: number;
}

/** Events of this lane set nothing off: somebody chose to skip them. They move due times all the same. */
export const SKIPPED_LANE = -1;

/** Where events wait: skipped ones, those of single saves, and eight for those of large operations, by their ids. */
const lanes = [SKIPPED_LANE, 0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
const LANES = sql`'{${sql.raw(lanes.join(','))}}'::smallint[]`;

/**
 * Takes hold of events that nobody else is at: of each lane in which some wait the oldest, as many of each. So a hundred
 * thousand of an import hold up a save by no more than a batch. An event whose record has an older one still waiting in
 * another lane is left for later, so that the changes of a record are told in their order. They are deleted in the
 * transaction that makes their runs.
 */
export function takeEvents(schema: string, limit: number): RawBuilder<unknown> {
  const event = orgTable(schema, 'event');
  // The events alone first: whatever the planner thinks of a table that is filled and emptied all the time, the history
  // is then only looked up by its key.
  return sql`with waiting as materialized (
      select lane, count(*) over () as lanes from unnest(${LANES}) as lane where exists (select from ${event} as event where event.lane = lane.lane)
    ), taken as materialized (
      select oldest.lane, oldest.history_id from waiting cross join lateral (
        select event.lane, event.history_id from ${event} as event where event.lane = waiting.lane
        order by event.history_id limit ceil(${limit}::numeric / waiting.lanes) for update skip locked
      ) as oldest
    )
    select history.id::text as history_id, history.object, history.kind, taken.lane
    from taken join ${orgTable(schema, 'history')} as history on history.id = taken.history_id
    where (select count(*) from waiting) = 1 or not exists (
      select from ${orgTable(schema, 'history')} as earlier join ${event} as event on event.lane = any(${LANES}) and event.history_id = earlier.id
      where earlier.record_id = history.record_id and earlier.id < history.id and earlier.id >= (select min(history_id) from ${event} where lane = any(${LANES}) )
        and not exists (select from taken as with_it where with_it.history_id = earlier.id))
    order by history.id`;
}

export function forgetEvents(schema: string, events: readonly Pick<TakenEvent, 'history_id' | 'lane'>[]): RawBuilder<unknown> {
  const pairs = sql`unnest(${events.map(({ lane }) => lane)}::smallint[], ${events.map(({ history_id: id }) => id)}::bigint[]) as done(lane, history_id)`;
  return sql`delete from ${orgTable(schema, 'event')} as event using ${pairs} where event.lane = done.lane and event.history_id = done.history_id`;
}
