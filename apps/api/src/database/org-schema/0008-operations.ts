import { sql, type RawBuilder } from 'kysely';

/** Operations: what changed many records at once, so that it can be taken back whole; and the order of changes for those who follow them. */
export function operations(schema: string): RawBuilder<unknown>[] {
  const history = sql.id(schema, '_history');
  const operation = sql.id(schema, '_operation');
  const leftOut = sql.id(schema, '_operation_left_out');
  return [
    // Changes are followed in the order (xact, id): what a snapshot shows below its xmin is complete and never grows.
    // Rows from before this migration have all been committed.
    sql`alter table ${history} add column xact xid8 not null default '0'`,
    sql`alter table ${history} alter column xact set default pg_current_xact_id()`,
    sql`create index ${sql.id('_history_order')} on ${history} (xact, id)`,
    sql`create index ${sql.id('_history_operation')} on ${history} (operation_id)`,
    // A single save has history rows only; an operation of many records, an import or a run has a row here as well.
    // `counts`: { object id: { created, updated, deleted, restored } }. `undoes`: the operation that this one took back.
    // `request`: what is done in the background, for the worker that does it.
    sql`create table ${operation} (
      id uuid primary key,
      kind text not null check (kind in ('bulk', 'import', 'run', 'merge', 'convert', 'undo')),
      title jsonb not null default '{}',
      actor_id uuid,
      source text not null,
      status text not null check (status in ('running', 'done', 'failed')),
      counts jsonb not null default '{}',
      started_at timestamptz not null,
      finished_at timestamptz,
      undoes uuid references ${operation} (id),
      undone_by uuid,
      error text,
      request jsonb
    )`,
    sql`create index ${sql.id('_operation_started')} on ${operation} (started_at desc, id desc)`,
    sql`create index ${sql.id('_operation_open')} on ${operation} (id) where status = 'running'`,
    // What an undo could not put back. Kept as long as the undo itself could be undone.
    sql`create table ${leftOut} (
      operation_id uuid not null references ${operation} (id) on delete cascade,
      position bigint generated always as identity,
      object text not null,
      record_id uuid not null,
      field text,
      reason text not null check (reason in ('CHANGED_SINCE', 'GONE', 'RULE', 'FORBIDDEN')),
      primary key (operation_id, position)
    )`,
    // What went over to the record that stayed and leaves no history: so that it can go back.
    // `followers`: what had gone over to the one that goes over now.
    sql`alter table ${sql.id(schema, '_merged')} add column comments uuid[] not null default '{}', add column notifications uuid[] not null default '{}',
      add column followers uuid[] not null default '{}'`,
  ];
}
