import { type RawBuilder, sql } from 'kysely';

export function placeText(column: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`((${column} ->> 'latitude') || ', ' || (${column} ->> 'longitude'))`;
}
