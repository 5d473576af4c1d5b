import { sql, type RawBuilder } from 'kysely';

/** Saved views that are lists: what is on them was put there by hand. */
export function lists(schema: string): RawBuilder<unknown>[] {
  const view = sql.id(schema, '_list_view');
  const member = sql.id(schema, '_list_member');
  return [
    sql`alter table ${view} add column is_list boolean not null default false`,
    // `through`: the record that this one took the place of when they were merged.
    sql`create table ${member} (
      list_id uuid not null references ${view} (id) on delete cascade,
      record_id uuid not null,
      added_at timestamptz not null,
      through uuid,
      primary key (list_id, record_id)
    )`,
    sql`create index ${sql.id('_list_member_record')} on ${member} (record_id)`,
  ];
}
