import { sql, type RawBuilder } from 'kysely';

/** Ids as PostgreSQL writes an array of them: the driver would look through each for what has to be quoted. */
export function idList(ids: readonly string[]): RawBuilder<unknown> {
  return sql`${`{${ids.join(',')}}`}::uuid[]`;
}
