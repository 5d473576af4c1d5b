import { sql, type RawBuilder } from 'kysely';

/** What happens by itself: which workflows are on, what is due when, and every run with its steps. */
export function automation(schema: string): RawBuilder<unknown>[] {
  const activation = sql.id(schema, '_activation');
  const due = sql.id(schema, '_due');
  const run = sql.id(schema, '_run');
  const runStep = sql.id(schema, '_run_step');
  return [
    // `revision` is the one whose definition is in force; lines crossed before `counts_from` do not fire (null: all do).
    sql`create table ${activation} (
      workflow_id text primary key,
      revision integer not null,
      active_since timestamptz not null,
      counts_from timestamptz
    )`,
    // One row per record and elapsed-time workflow. A date as anchor stands at midnight UTC of its day.
    // waiting: not yet at the line · fired · passed: `when` was false at the line, `facts` say why · excluded: before counts_from.
    sql`create table ${due} (
      workflow_id text not null,
      record_id uuid not null,
      anchor timestamptz not null,
      due_at timestamptz not null,
      state text not null,
      facts jsonb,
      primary key (workflow_id, record_id)
    )`,
    sql`create index ${sql.id('_due_waiting')} on ${due} (workflow_id, due_at) where state = 'waiting'`,
    sql`create table ${run} (
      id uuid primary key,
      workflow_id text not null,
      revision integer not null,
      object text not null,
      record_id uuid not null,
      occasion text not null,
      status text not null,
      step integer not null default 0,
      attempts integer not null default 0,
      next_attempt_at timestamptz,
      depth integer not null default 0,
      trigger jsonb not null,
      facts jsonb not null,
      started_at timestamptz not null,
      finished_at timestamptz,
      error text,
      unique (workflow_id, record_id, occasion)
    )`,
    sql`create index ${sql.id('_run_open')} on ${run} (next_attempt_at, id) where next_attempt_at is not null`,
    sql`create index ${sql.id('_run_started')} on ${run} (workflow_id, started_at desc, id desc)`,
    sql`create index ${sql.id('_run_record')} on ${run} (record_id, started_at desc)`,
    sql`create index ${sql.id('_run_failed')} on ${run} (workflow_id) where status = 'failed'`,
    // Written in the transaction of the step's effect: that is what makes the effect happen exactly once.
    sql`create table ${runStep} (
      run_id uuid not null references ${run} (id) on delete cascade,
      position integer not null,
      step_id text not null,
      status text not null,
      input jsonb,
      output jsonb,
      attempts integer not null,
      started_at timestamptz not null,
      finished_at timestamptz,
      error text,
      primary key (run_id, position)
    )`,
  ];
}
