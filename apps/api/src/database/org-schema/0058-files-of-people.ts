import { sql, type RawBuilder } from 'kysely';

/** How many files somebody has, and how large they are together, is asked for before each is taken. */
export function filesOfPeople(schema: string): RawBuilder<unknown>[] {
  return [sql`create index ${sql.id('_file_creator')} on ${sql.id(schema, '_file')} (created_by) include (size)`];
}
