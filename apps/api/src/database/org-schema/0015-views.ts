import { sql, type RawBuilder } from 'kysely';

/** Lists as people arranged and saved them while they worked. What admins design stands in documents. */
export function views(schema: string): RawBuilder<unknown>[] {
  const view = sql.id(schema, '_list_view');
  return [
    // `object` is the name of the object; `content` is what the page keeps of it: columns, filters, order, groups.
    sql`create table ${view} (
      id uuid primary key,
      owner_id uuid not null,
      object text not null,
      title text not null,
      is_shared boolean not null default false,
      content jsonb not null,
      changed_at timestamptz not null
    )`,
    sql`create index ${sql.id('_list_view_owner')} on ${view} (owner_id)`,
    sql`create index ${sql.id('_list_view_shared')} on ${view} (id) where is_shared`,
  ];
}
