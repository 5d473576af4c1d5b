import { sql, type RawBuilder } from 'kysely';

/** Runs that rest at a step, that keep values, and that have begun others. */
export function restingRuns(schema: string): RawBuilder<unknown>[] {
  const run = sql.id(schema, '_run');
  return [
    // `rests`: the step has begun and is to be resumed; `woken` says what by (null: the time it waited for).
    // `open_children`: how many of the runs that this one has begun are not at their end.
    sql`alter table ${run}
      add column rests boolean not null default false,
      add column woken jsonb,
      add column "values" jsonb not null default '{}',
      add column parent_id uuid references ${run} (id) on delete cascade,
      add column parent_step integer,
      add column open_children integer not null default 0`,
    sql`create index ${sql.id('_run_children')} on ${run} (parent_id) where parent_id is not null`,
  ];
}
