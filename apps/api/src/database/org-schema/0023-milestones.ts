import { sql, type RawBuilder } from 'kysely';

/** Clocks that workflows start on records. */
export function milestones(schema: string): RawBuilder<unknown>[] {
  const milestone = sql.id(schema, '_milestone');
  return [
    // The step that started it, by workflow, revision and number; `target` as an ISO 8601 duration, `calendar` by name.
    // While it is paused, the seconds of its clock that were left until it warns (null: it has, or does not) and is due.
    sql`create table ${milestone} (
      id uuid primary key,
      object text not null,
      record_id uuid not null,
      name text not null,
      title text,
      workflow_id text not null,
      revision integer not null,
      step integer not null,
      run_id uuid not null,
      target text not null,
      calendar text,
      done_when text,
      started_at timestamptz not null,
      warn_at timestamptz,
      due_at timestamptz not null,
      ended_at timestamptz,
      paused_at timestamptz,
      warn_left double precision,
      due_left double precision
    )`,
    // One of a name goes on at a time.
    sql`create unique index ${sql.id('_milestone_open')} on ${milestone} (record_id, object, name) where ended_at is null`,
    sql`create index ${sql.id('_milestone_record')} on ${milestone} (record_id, started_at desc)`,
  ];
}
