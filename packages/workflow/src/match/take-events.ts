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
  return sql`select event.history_id::text, history.object, history.kind
    from ${orgTable(schema, 'event')} as event join ${orgTable(schema, 'history')} as history on history.id = event.history_id
    order by event.history_id limit ${limit} for update of event skip locked`;
}

export function forgetEvents(schema: string, historyIds: readonly string[]): RawBuilder<unknown> {
  return sql`delete from ${orgTable(schema, 'event')} where history_id = any(${historyIds}::bigint[])`;
}
