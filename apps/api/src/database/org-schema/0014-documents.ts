import { sql, type RawBuilder } from 'kysely';

/** GraphQL documents that programs name instead of sending them. */
export function documents(schema: string): RawBuilder<unknown>[] {
  const document = sql.id(schema, '_document');
  // `id`: "sha256:" and the hexadecimal SHA-256 of the text.
  return [sql`create table ${document} (id text primary key, text text not null, created_by uuid not null, created_at timestamptz not null)`];
}
