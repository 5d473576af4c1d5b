import { sql, type RawBuilder } from 'kysely';

/** The files that somebody sent with a comment: ids of attachments of the same record, in their order. */
export function filesOfComments(schema: string): RawBuilder<unknown>[] {
  return [sql`alter table ${sql.id(schema, '_comment')} add column attachments uuid[] not null default '{}'`];
}
