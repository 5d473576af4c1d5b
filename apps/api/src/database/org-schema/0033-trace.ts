import { sql, type RawBuilder } from 'kysely';

/** Which trace an operation was part of, so that what it sets off later is part of it too. Empty unless traces are configured. */
export function trace(schema: string): RawBuilder<unknown>[] {
  const table = sql.id(schema, '_trace');
  return [
    sql`create table ${table} (
      operation_id uuid primary key,
      traceparent text not null,
      at timestamptz not null
    )`,
    sql`create index ${sql.id('_trace_at')} on ${table} (at)`,
  ];
}
