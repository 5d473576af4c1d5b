import { sql, type RawBuilder } from 'kysely';

/** The recycle bin is read from the history of deletions, the latest first. */
export function bins(schema: string): RawBuilder<unknown>[] {
  return [sql`create index ${sql.id('_history_deleted')} on ${sql.id(schema, '_history')} (object, id desc) where kind = 'deleted'`];
}
