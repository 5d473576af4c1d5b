import { type RawBuilder, sql } from 'kysely';

/** ISO-8601 UTC with milliseconds, as JavaScript's toISOString writes it, whatever the session's settings are. */
export function dateTimeText(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
