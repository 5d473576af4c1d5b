import { sql, type RawBuilder } from 'kysely';

/** What became of the shares of a record that went over to another one, so that they can go back. */
export function mergedShares(schema: string): RawBuilder<unknown>[] {
  return [
    // `shares`: ids of those that went over. `widened`: [{ id, access, until, toAccess, toUntil }] of those that the other record had already, as they were and as they became.
    sql`alter table ${sql.id(schema, '_merged')} add column shares uuid[] not null default '{}', add column widened jsonb not null default '[]'`,
  ];
}
