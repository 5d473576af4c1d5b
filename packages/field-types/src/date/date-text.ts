import { type RawBuilder, sql } from 'kysely';

/** ISO, whatever the session's DateStyle is. */
export function dateText(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`to_char(${column}, 'YYYY-MM-DD')`;
}
