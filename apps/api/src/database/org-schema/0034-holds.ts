import { sql, type RawBuilder } from 'kysely';

/** Records that are kept for a reason, whatever asks for them to go. A hold that was lifted stays as a record of it. */
export function holds(schema: string): RawBuilder<unknown>[] {
  const hold = sql.id(schema, '_hold');
  return [
    sql`create table ${hold} (
      id uuid primary key,
      object text not null,
      record_id uuid not null,
      reason text not null,
      held_by uuid not null,
      held_at timestamptz not null,
      lifted_at timestamptz,
      lifted_by uuid
    )`,
    sql`create index ${sql.id('_hold_record')} on ${hold} (record_id) where lifted_at is null`,
  ];
}
