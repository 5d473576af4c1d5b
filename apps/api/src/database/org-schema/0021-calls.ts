import { sql, type RawBuilder } from 'kysely';

/** What workflows hear from outside and say to it: addresses with their secrets, calls in and out, events, and the records of list views. */
export function calls(schema: string): RawBuilder<unknown>[] {
  const key = sql.id(schema, '_call_key');
  const taken = sql.id(schema, '_call_in');
  const sent = sql.id(schema, '_call_out');
  const raised = sql.id(schema, '_raised_event');
  const wait = sql.id(schema, '_event_wait');
  const segment = sql.id(schema, '_segment');
  const member = sql.id(schema, '_segment_member');
  const run = sql.id(schema, '_run');
  return [
    // What calls of a workflow are signed with, `in` or `out`. `token` is the end of the address of those that come in.
    // `secret` and `previous_secret` are ciphers.
    sql`create table ${key} (
      id uuid not null unique default gen_random_uuid(),
      workflow_id text not null,
      direction text not null check (direction in ('in', 'out')),
      token text unique,
      secret text not null,
      previous_secret text,
      previous_until timestamptz,
      created_at timestamptz not null,
      primary key (workflow_id, direction)
    )`,
    // Signed calls that came in, for 30 days. Of those that were taken a message id is there once: it is what makes a call that
    // is sent again begin nothing.
    sql`create table ${taken} (
      id uuid primary key,
      workflow_id text not null,
      message_id text not null,
      at timestamptz not null,
      outcome text not null check (outcome in ('begun', 'passed', 'refused')),
      problems jsonb,
      record_id uuid,
      run_id uuid,
      made boolean not null default false,
      body text not null
    )`,
    sql`create unique index ${sql.id('_call_in_once')} on ${taken} (workflow_id, message_id) where outcome <> 'refused'`,
    sql`create index ${sql.id('_call_in_at')} on ${taken} (workflow_id, at desc, id desc)`,
    // Calls to the outside, one per run and step. `id` of the message is the same in every attempt. `waits`: the run rests until
    // the call has come to its end.
    sql`create table ${sent} (
      id uuid primary key,
      workflow_id text not null,
      run_id uuid not null references ${run} (id) on delete cascade,
      position integer not null,
      message_id text not null,
      url text not null,
      body text not null,
      waits boolean not null,
      status text not null check (status in ('waiting', 'sent', 'failed')),
      attempts integer not null default 0,
      next_attempt_at timestamptz,
      held_by uuid,
      held_until timestamptz,
      response_status integer,
      response text,
      error text,
      created_at timestamptz not null,
      finished_at timestamptz,
      unique (run_id, position)
    )`,
    sql`create index ${sql.id('_call_out_due')} on ${sent} (next_attempt_at) where status = 'waiting'`,
    sql`create index ${sql.id('_call_out_at')} on ${sent} (workflow_id, created_at desc, id desc)`,
    // `key`: who raises it says so, and again with the same one raises nothing.
    sql`create table ${raised} (
      key text primary key,
      name text not null,
      object text not null,
      record_id uuid not null,
      "values" jsonb not null,
      source text not null,
      at timestamptz not null
    )`,
    sql`create index ${sql.id('_raised_event_at')} on ${raised} (at)`,
    // Runs that rest until an event; gone as soon as they go on.
    sql`create table ${wait} (
      run_id uuid not null references ${run} (id) on delete cascade,
      position integer not null,
      name text not null,
      object text not null,
      record_id uuid not null,
      since timestamptz not null,
      primary key (run_id, position)
    )`,
    sql`create index ${sql.id('_event_wait_record')} on ${wait} (record_id, name)`,
    // `rule`: what the members were noted by; with another one they are noted anew, and nobody is told.
    sql`create table ${segment} (workflow_id text primary key, rule text not null, compared_at timestamptz not null)`,
    // `times`: how often it has changed sides, which tells one entering from the next.
    sql`create table ${member} (
      workflow_id text not null,
      record_id uuid not null,
      inside boolean not null,
      times integer not null,
      primary key (workflow_id, record_id)
    )`,
  ];
}
