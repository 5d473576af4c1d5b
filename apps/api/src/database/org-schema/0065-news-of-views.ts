import { sql, type RawBuilder } from 'kysely';

/** Who is shown a saved view is told so: the notification and its mail lead there, and the notification goes with the view. */
export function newsOfViews(schema: string): RawBuilder<unknown>[] {
  const view = sql.id(schema, '_list_view');
  return [
    sql`alter table ${sql.id(schema, '_notification')} add column view_id uuid references ${view} (id) on delete cascade`,
    sql`alter table ${sql.id(schema, '_mail')} add column view_id uuid references ${view} (id) on delete set null`,
    sql`create index ${sql.id('_notification_view')} on ${sql.id(schema, '_notification')} (view_id) where view_id is not null`,
    sql`create index ${sql.id('_mail_view')} on ${sql.id(schema, '_mail')} (view_id) where view_id is not null`,
  ];
}
