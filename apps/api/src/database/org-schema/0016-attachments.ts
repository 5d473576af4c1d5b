import { sql, type RawBuilder } from 'kysely';

/** Files that hang on records, and people's own. What they contain stands in `_file`, so that a file is kept in one way only. */
export function attachments(schema: string): RawBuilder<unknown>[] {
  const table = (name: string) => sql.id(schema, name);
  return [
    // `object` is the id of the object; both it and the record are null for a file of the owner's own.
    sql`create table ${table('_attachment')} (
      id uuid primary key,
      object text,
      record_id uuid,
      owner_id uuid not null references ${table('_user')} (id),
      name text not null,
      version integer not null,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      deleted_at timestamptz,
      deleted_by uuid,
      check ((object is null) = (record_id is null))
    )`,
    sql`create index ${sql.id('_attachment_record')} on ${table('_attachment')} (object, record_id, changed_at desc)`,
    sql`create index ${sql.id('_attachment_changed')} on ${table('_attachment')} (object, changed_at desc, id desc) where deleted_at is null`,
    sql`create index ${sql.id('_attachment_owner')} on ${table('_attachment')} (owner_id, changed_at desc) where record_id is null`,
    sql`create index ${sql.id('_attachment_deleted')} on ${table('_attachment')} (deleted_at) where deleted_at is not null`,
    sql`create table ${table('_attachment_version')} (
      attachment_id uuid not null references ${table('_attachment')} (id) on delete cascade,
      number integer not null,
      file_id uuid not null references ${table('_file')} (id),
      note text,
      uploaded_by uuid not null,
      at timestamptz not null,
      primary key (attachment_id, number)
    )`,
    sql`create index ${sql.id('_attachment_version_file')} on ${table('_attachment_version')} (file_id)`,
    // Who did what with the files of a record. Outlives them, so nothing here points to them.
    sql`create table ${table('_attachment_event')} (
      id uuid primary key,
      attachment_id uuid not null,
      object text,
      record_id uuid,
      kind text not null check (kind in ('fileAdded', 'fileReplaced', 'fileVersion', 'fileRenamed', 'fileRemoved', 'fileRestored')),
      name text not null,
      version integer not null,
      before text,
      actor_id uuid not null,
      source text not null,
      at timestamptz not null
    )`,
    sql`create index ${sql.id('_attachment_event_record')} on ${table('_attachment_event')} (object, record_id, at desc)`,
    sql`alter table ${table('_merged')} add column attachments uuid[] not null default '{}'`,
  ];
}
