import { sql, type RawBuilder } from 'kysely';

/** What people say on records, and what they are told. */
export function activity(schema: string): RawBuilder<unknown>[] {
  const comment = sql.id(schema, '_comment');
  const notification = sql.id(schema, '_notification');
  const user = sql.id(schema, '_user');
  return [
    sql`create table ${comment} (
      id uuid primary key,
      object text not null,
      record_id uuid not null,
      parent_id uuid references ${comment} (id),
      author_id uuid not null references ${user} (id),
      text text not null,
      mentions uuid[] not null default '{}',
      at timestamptz not null,
      deleted_at timestamptz
    )`,
    sql`create index ${sql.id('_comment_record')} on ${comment} (object, record_id, at desc)`,
    sql`create table ${notification} (
      id uuid primary key,
      user_id uuid not null references ${user} (id),
      kind text not null,
      text text not null,
      object text,
      record_id uuid,
      actor_id uuid references ${user} (id),
      at timestamptz not null,
      read_at timestamptz
    )`,
    sql`create index ${sql.id('_notification_user')} on ${notification} (user_id, at desc)`,
    sql`create index ${sql.id('_notification_unread')} on ${notification} (user_id) where read_at is null`,
  ];
}
