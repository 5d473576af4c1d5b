import { sql, type RawBuilder } from 'kysely';

/** Which rules about how long records are kept are switched on, what they did, and which records went for good: ids only. */
export function retention(schema: string): RawBuilder<unknown>[] {
  const state = sql.id(schema, '_retention');
  const run = sql.id(schema, '_retention_run');
  return [
    // `terms`: the rule as it was looked at when it was switched on; another one does nothing.
    sql`create table ${state} (
      rule_id text primary key,
      active boolean not null,
      terms jsonb not null,
      switched_by uuid not null,
      switched_at timestamptz not null,
      next_at timestamptz
    )`,
    sql`create index ${sql.id('_retention_next')} on ${state} (next_at) where active`,
    // `last_id`: up to which record it is done. `kept`: how many were left, by the reason; `kept_sample`: some of them.
    sql`create table ${run} (
      id uuid primary key,
      rule_id text not null,
      title text not null,
      terms jsonb not null,
      revision integer not null,
      day date not null,
      status text not null check (status in ('running', 'done', 'stopped')),
      stopped text,
      started_at timestamptz not null,
      finished_at timestamptz,
      last_id uuid,
      done integer not null default 0,
      kept jsonb not null default '{}',
      kept_sample jsonb not null default '[]',
      operation_id uuid,
      attempts integer not null default 0,
      unique (rule_id, day)
    )`,
    sql`create index ${sql.id('_retention_run_open')} on ${run} (id) where status = 'running'`,
    sql`create index ${sql.id('_retention_run_started')} on ${run} (started_at desc, id desc)`,
    // Whatever went for good goes again where a backup from before is restored.
    sql`create table ${sql.id(schema, '_purged')} (
      record_id uuid primary key,
      object text not null,
      run_id uuid not null,
      at timestamptz not null
    )`,
  ];
}
