import { sql, type RawBuilder } from 'kysely';

/** Indexes that somebody does not want built now. They are left out until somebody asks for them again. */
export function stoppedWork(schema: string): RawBuilder<unknown>[] {
  return [sql`alter table ${sql.id(schema, '_pending_work')} add column stopped_at timestamptz`];
}
