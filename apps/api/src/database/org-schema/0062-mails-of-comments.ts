import { sql, type RawBuilder } from 'kysely';

/** A mail that tells of a comment leads to that comment. */
export function mailsOfComments(schema: string): RawBuilder<unknown>[] {
  return [sql`alter table ${sql.id(schema, '_mail')} add column comment_id uuid`];
}
