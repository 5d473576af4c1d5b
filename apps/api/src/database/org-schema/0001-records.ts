import { sql, type RawBuilder } from 'kysely';

/** The platform as the author of records has this id; see `SYSTEM_USER_ID`. */
const SYSTEM_USER = '00000000-0000-0000-0000-000000000000';

/** People as records see them, the history of every record, and the changes that automation has not yet looked at. */
export function records(schema: string): RawBuilder<unknown>[] {
  const table = (name: string) => sql.id(schema, name);
  return [
    sql`create table ${table('_user')} (
      id uuid primary key,
      name text not null,
      email text not null,
      active boolean not null
    )`,
    sql`insert into ${table('_user')} (id, name, email, active) values (${SYSTEM_USER}::uuid, 'Guanxi', '', false)`,
    sql`create table ${table('_history')} (
      id bigint generated always as identity primary key,
      object text not null,
      record_id uuid not null,
      kind text not null check (kind in ('created', 'updated', 'deleted', 'restored')),
      changes jsonb not null,
      actor_id uuid,
      source text not null,
      operation_id uuid,
      at timestamptz not null
    )`,
    sql`create index _history_record on ${table('_history')} (record_id, id desc)`,
    sql`create table ${table('_event')} (history_id bigint primary key)`,
  ];
}
