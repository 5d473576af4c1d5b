import { sql, type RawBuilder } from 'kysely';

/** Files on their way out: what was asked, how far it is, and which of it is made again by the calendar. */
export function exports(schema: string): RawBuilder<unknown>[] {
  const table = sql.id(schema, '_export');
  const schedule = sql.id(schema, '_export_schedule');
  return [
    // list: records of one object · org: of several, as one archive · backup: everything. `wish` is what was asked for.
    sql`create table ${table} (
      id uuid primary key,
      kind text not null check (kind in ('list', 'org', 'backup')),
      wish jsonb not null,
      file_name text not null,
      status text not null check (status in ('queued', 'running', 'done', 'failed', 'cancelled')),
      user_id uuid not null,
      locale text not null,
      schedule_id uuid,
      started_at timestamptz not null,
      finished_at timestamptz,
      expires_at timestamptz not null,
      attempts integer not null default 0,
      cancel_requested boolean not null default false,
      rows_total bigint,
      rows_written bigint not null default 0,
      bytes bigint not null default 0,
      error text
    )`,
    sql`create index ${sql.id('_export_started')} on ${table} (started_at desc, id desc)`,
    sql`create index ${sql.id('_export_open')} on ${table} (id) where status in ('queued', 'running')`,
    // `cron` has five fields and counts in `time_zone`; `next_at` is worked out when the row is written and after each run.
    sql`create table ${schedule} (
      id uuid primary key,
      title text not null,
      kind text not null check (kind in ('org', 'backup')),
      wish jsonb not null,
      cron text not null,
      time_zone text not null,
      active boolean not null,
      user_id uuid not null,
      created_at timestamptz not null,
      next_at timestamptz not null,
      last_at timestamptz
    )`,
  ];
}
