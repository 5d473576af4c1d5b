import { sql, type RawBuilder } from 'kysely';

/** What workflows wait for people with: approvals, forms to fill in, records that wait in a queue; and who is away. */
export function people(schema: string): RawBuilder<unknown>[] {
  const approval = sql.id(schema, '_approval');
  const seat = sql.id(schema, '_approval_seat');
  const event = sql.id(schema, '_approval_event');
  const form = sql.id(schema, '_form_task');
  const absence = sql.id(schema, '_absence');
  const item = sql.id(schema, '_queue_item');
  const user = sql.id(schema, '_user');
  return [
    // One for each run that came to the step. `levels`: what each level is called and who of it decides, as the step said
    // then; `level`: the number of the present one; `passed`: it has agreed, and the run has not come to the next yet.
    sql`create table ${approval} (
      id uuid primary key,
      run_id uuid not null,
      step_id text not null,
      title text not null,
      object text not null,
      record_id uuid not null,
      asked_by uuid,
      asked_at timestamptz not null,
      locks boolean not null,
      levels jsonb not null,
      level integer not null,
      passed boolean not null default false,
      due_at timestamptz,
      escalated boolean not null default false,
      status text not null check (status in ('open', 'approved', 'rejected', 'recalled', 'expired')),
      closed_at timestamptz,
      unique (run_id, step_id, asked_at)
    )`,
    sql`create index ${sql.id('_approval_open')} on ${approval} (record_id) where status = 'open'`,
    sql`create index ${sql.id('_approval_run')} on ${approval} (run_id)`,
    sql`create index ${sql.id('_approval_record')} on ${approval} (object, record_id, asked_at desc)`,
    sql`create index ${sql.id('_approval_asked')} on ${approval} (asked_by, asked_at desc)`,
    // One of whom a level asks: a person, or the members of a queue, of whom any one decides for all.
    // agreed: nobody is left to ask, because they all have said yes at an earlier level.
    sql`create table ${seat} (
      id uuid primary key,
      approval_id uuid not null references ${approval} (id) on delete cascade,
      level integer not null,
      position integer not null,
      deciders uuid[] not null,
      queue text,
      decision text check (decision in ('approved', 'rejected', 'agreed')),
      decided_by uuid,
      in_place_of uuid,
      decided_at timestamptz,
      comment text
    )`,
    sql`create index ${sql.id('_approval_seat_approval')} on ${seat} (approval_id, level)`,
    sql`create index ${sql.id('_approval_seat_deciders')} on ${seat} using gin (deciders)`,
    sql`create table ${event} (
      id uuid primary key,
      approval_id uuid not null references ${approval} (id) on delete cascade,
      object text not null,
      record_id uuid not null,
      kind text not null,
      level integer not null,
      at timestamptz not null,
      actor_id uuid,
      other_id uuid,
      comment text
    )`,
    sql`create index ${sql.id('_approval_event_record')} on ${event} (object, record_id, at desc)`,
    sql`create index ${sql.id('_approval_event_approval')} on ${event} (approval_id, at)`,
    sql`create table ${form} (
      id uuid primary key,
      run_id uuid not null,
      step_id text not null,
      title text not null,
      text text,
      object text not null,
      record_id uuid not null,
      user_id uuid not null references ${user} (id),
      inputs jsonb not null,
      asked_at timestamptz not null,
      remind_at timestamptz,
      reminded_at timestamptz,
      due_at timestamptz,
      status text not null check (status in ('open', 'answered', 'expired')),
      answers jsonb,
      answered_by uuid,
      closed_at timestamptz,
      unique (run_id, step_id, asked_at)
    )`,
    sql`create index ${sql.id('_form_task_user')} on ${form} (user_id, asked_at desc)`,
    sql`create index ${sql.id('_form_task_run')} on ${form} (run_id)`,
    // Whole days of the org, both ends included.
    sql`create table ${absence} (
      id uuid primary key,
      user_id uuid not null references ${user} (id),
      delegate_id uuid references ${user} (id),
      from_day date not null,
      to_day date not null,
      check (from_day <= to_day),
      check (delegate_id <> user_id)
    )`,
    sql`create index ${sql.id('_absence_user')} on ${absence} (user_id, to_day)`,
    sql`create index ${sql.id('_absence_delegate')} on ${absence} (delegate_id, to_day) where delegate_id is not null`,
    // A record that waits until a member of the queue takes it into `field`, or until that has another value than `holder`.
    sql`create table ${item} (
      object text not null,
      record_id uuid not null,
      field text not null,
      queue text not null,
      holder uuid,
      since timestamptz not null,
      primary key (record_id, field)
    )`,
    sql`create index ${sql.id('_queue_item_queue')} on ${item} (queue, since)`,
    // Whose turn was last: held by whoever gives out work of the queue.
    sql`create table ${sql.id(schema, '_queue_turn')} (queue text primary key, last_user uuid)`,
  ];
}
