import { sql, type RawBuilder } from 'kysely';

/** Imports: what was asked, how far it is, and what came of it. */
export function exchange(schema: string): RawBuilder<unknown>[] {
  const imports = sql.id(schema, '_import');
  return [
    sql`create table ${imports} (
      id uuid primary key,
      upload_id uuid not null,
      file_name text not null,
      plan jsonb not null,
      dry_run boolean not null,
      status text not null,
      user_id uuid not null,
      locale text not null,
      started_at timestamptz not null,
      finished_at timestamptz,
      attempts integer not null default 0,
      cancel_requested boolean not null default false,
      rows_total integer,
      rows_read integer not null default 0,
      created integer not null default 0,
      updated integer not null default 0,
      skipped integer not null default 0,
      rejected integer not null default 0,
      related_created jsonb not null default '{}',
      rejected_sample jsonb not null default '[]',
      error text
    )`,
    sql`create index ${sql.id('_import_started')} on ${imports} (started_at desc)`,
    sql`create index ${sql.id('_import_open')} on ${imports} (id) where status in ('queued', 'running')`,
  ];
}
