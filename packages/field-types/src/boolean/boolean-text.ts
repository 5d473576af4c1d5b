import { type RawBuilder, sql } from 'kysely';

export function booleanText(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${column}::text`;
}
