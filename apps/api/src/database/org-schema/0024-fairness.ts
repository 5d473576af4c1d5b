import { sql, type RawBuilder } from 'kysely';

/** Whose turn it is, what stands still and why, and what waits meanwhile. */
export function fairness(schema: string): RawBuilder<unknown>[] {
  const table = (name: string) => sql.id(schema, name);
  const run = table('_run');
  return [
    // Lane 0: events of single saves; 1 to 8: of operations of many records; -1: skipped by a person, they only move due times.
    sql`alter table ${table('_event')} add column lane smallint not null default 0, drop constraint ${sql.id('_event_pkey')}`,
    sql`alter table ${table('_event')} add primary key (lane, history_id)`,
    // Workflows take turns, so what is ready is looked for by workflow.
    sql`create index ${sql.id('_run_turn')} on ${run} (workflow_id, next_attempt_at, id) where next_attempt_at is not null`,
    sql`drop index ${table('_run_open')}`,
    // Of a parked run: what kind of failure it was, what makes it the same as others, and the step it stands at.
    sql`alter table ${run} add column error_class text, add column error_key text, add column error_step text`,
    sql`create index ${sql.id('_run_parked')} on ${run} (workflow_id, error_step, error_key) where status = 'failed'`,
    sql`drop index ${table('_run_failed')}`,
    // One row per workflow that ever ran or was paused. hour_runs: made since hour_began; usual_runs: its busiest hour, which fades.
    // hourly_limit: set by a person; null: worked out from usual_runs. pause: { why, made?, limit? }.
    sql`create table ${table('_workflow_control')} (
      workflow_id text primary key,
      hourly_limit integer,
      hour_began timestamptz,
      hour_runs integer not null default 0,
      usual_runs integer not null default 0,
      paused_at timestamptz,
      paused_by uuid,
      pause jsonb,
      loop_told_at timestamptz
    )`,
    // Changes that a paused workflow has not looked at yet.
    sql`create table ${table('_held_event')} (
      workflow_id text not null,
      history_id bigint not null,
      primary key (workflow_id, history_id)
    )`,
    // At most one row: while it is there, nothing happens by itself in this org.
    sql`create table ${table('_automation_stop')} (
      sole boolean primary key default true check (sole),
      at timestamptz not null,
      by_id uuid,
      reason text
    )`,
    // What people did to automation, for the audit log.
    sql`create table ${table('_automation_entry')} (
      id bigint generated always as identity primary key,
      kind text not null,
      workflow_id text,
      actor_id uuid,
      detail jsonb not null default '{}',
      at timestamptz not null
    )`,
    // What people are still to be told; a row goes with the notification.
    sql`create table ${table('_automation_alert')} (
      id bigint generated always as identity primary key,
      kind text not null,
      workflow_id text not null,
      detail jsonb not null default '{}',
      at timestamptz not null
    )`,
  ];
}
