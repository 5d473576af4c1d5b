import { sql, type RawBuilder } from 'kysely';

/** Where the records went that turned out to be others. */
export function merging(schema: string): RawBuilder<unknown>[] {
  const merged = sql.id(schema, '_merged');
  return [
    sql`create table ${merged} (
      record_id uuid primary key,
      object text not null,
      into_id uuid not null,
      operation_id uuid not null,
      at timestamptz not null
    )`,
    sql`create index ${sql.id('_merged_into')} on ${merged} (into_id)`,
  ];
}
