import { sql, type RawBuilder } from 'kysely';

/** What each person wants to be told, where, and what comes again later. */
export function notificationChoices(schema: string): RawBuilder<unknown>[] {
  const notification = sql.id(schema, '_notification');
  const user = sql.id(schema, '_user');
  return [
    sql`alter table ${notification} add column snoozed_until timestamptz`,
    // What comes again stands where it came again.
    sql`create index ${sql.id('_notification_shown')} on ${notification} (user_id, coalesce(snoozed_until, at) desc, id desc)`,
    sql`drop index ${sql.id(schema, '_notification_user')}`,
    // A kind that somebody chose nothing for is shown and not mailed.
    sql`create table ${sql.id(schema, '_notification_choice')} (
      user_id uuid not null references ${user} (id),
      kind text not null,
      shown boolean not null,
      mailed boolean not null,
      primary key (user_id, kind)
    )`,
    sql`create table ${sql.id(schema, '_notification_mute')} (
      user_id uuid not null references ${user} (id),
      object text not null,
      record_id uuid not null,
      primary key (user_id, record_id)
    )`,
  ];
}
