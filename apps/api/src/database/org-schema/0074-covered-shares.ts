import { sql, type RawBuilder } from 'kysely';

/** Every list asks for all that is shared with somebody: the index answers that without the table. */
export function coveredShares(schema: string): RawBuilder<unknown>[] {
  return [
    sql`drop index ${sql.id(schema, '_share_principal')}`,
    sql`create index ${sql.id('_share_principal')} on ${sql.id(schema, '_share')} (principal, object) include (record_id, until)`,
  ];
}
