import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';

export interface TakenEvent {
  readonly history_id: string;
  /** Stable id of the object. */
  readonly object: string;
  readonly kind: string;
}

/** Takes hold of the oldest events that nobody else is at. They are deleted in the transaction that makes their runs. */
export function takeEvents(schema: string, limit: number): RawBuilder<unknown> {
  // The events alone first: whatever the planner thinks of a table that is filled and emptied all the time, the history
  // is then only looked up by its key.
  return sql`with taken as materialized (
      select history_id from ${orgTable(schema, 'event')} order by history_id limit ${limit} for update skip locked
    )
    select history.id::text as history_id, history.object, history.kind
    from taken join ${orgTable(schema, 'history')} as history on history.id = taken.history_id order by history.id`;
}

export function forgetEvents(schema: string, historyIds: readonly string[]): RawBuilder<unknown> {
  return sql`delete from ${orgTable(schema, 'event')} where history_id = any(${historyIds}::bigint[])`;
}
