import { sql, type RawBuilder } from 'kysely';

/** When somebody changed the words of their comment last. */
export function editedComments(schema: string): RawBuilder<unknown>[] {
  return [sql`alter table ${sql.id(schema, '_comment')} add column edited_at timestamptz`];
}
