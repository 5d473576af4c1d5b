import { sql, type RawBuilder } from 'kysely';

/** Imports that are staged, looked at before they are written, and written stretch by stretch. */
export function imports(schema: string): RawBuilder<unknown>[] {
  const table = sql.id(schema, '_import');
  const mapping = sql.id(schema, '_import_mapping');
  const event = sql.id(schema, '_import_event');
  return [
    // Dry runs wrote nothing, and nobody goes on with them.
    sql`delete from ${table} where dry_run`,
    sql`update ${table} set status = 'queued' where status = 'running'`,
    sql`alter table ${table} drop column dry_run`,
    // `staged_to` and `written_to` are numbers of rows of the file: up to there the import has come. `problems` are groups of them with counts.
    sql`alter table ${table}
      add column preview boolean not null default false,
      add column confirmed boolean not null default false,
      add column staged_to integer not null default 0,
      add column staged_all boolean not null default false,
      add column checked_to integer not null default 0,
      add column written_to integer not null default 0,
      add column unchanged integer not null default 0,
      add column duplicates integer not null default 0,
      add column expected jsonb,
      add column problems jsonb not null default '[]',
      add column form jsonb`,
    sql`drop index ${sql.id(schema, '_import_open')}`,
    sql`create index ${sql.id('_import_open')} on ${table} (id) where status in ('queued', 'reading', 'checking', 'writing')`,
    // How somebody brings a file of a kind in, kept under a name for the next one.
    sql`create table ${mapping} (
      id uuid primary key,
      object text not null,
      name text not null,
      plan jsonb not null,
      user_id uuid not null,
      saved_at timestamptz not null,
      unique (object, name)
    )`,
    // Imports that are told to automation as one event each. A row goes when it is taken.
    sql`create table ${event} (
      import_id uuid primary key,
      object text not null,
      at timestamptz not null
    )`,
  ];
}
