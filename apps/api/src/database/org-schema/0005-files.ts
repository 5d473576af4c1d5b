import { sql, type RawBuilder } from 'kysely';

/** Uploaded files. The content stands apart in pieces, so that it is written and read without holding a whole file in memory. */
export function files(schema: string): RawBuilder<unknown>[] {
  const table = (name: string) => sql.id(schema, name);
  return [
    sql`create table ${table('_file')} (
      id uuid primary key,
      name text not null,
      content_type text not null,
      size bigint not null,
      sha256 text not null,
      created_by uuid,
      created_at timestamptz not null
    )`,
    sql`create index ${sql.id('_file_created')} on ${table('_file')} (created_at)`,
    sql`create table ${table('_file_content')} (
      file_id uuid not null references ${table('_file')} (id) on delete cascade,
      position integer not null,
      bytes bytea not null,
      primary key (file_id, position)
    )`,
    // Pictures and documents are compressed already.
    sql`alter table ${table('_file_content')} alter column bytes set storage external`,
  ];
}
