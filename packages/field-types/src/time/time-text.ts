import { type RawBuilder, sql } from 'kysely';

export function timeText(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`to_char(${column}, 'HH24:MI:SS')`;
}
