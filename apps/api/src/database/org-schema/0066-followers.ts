import { sql, type RawBuilder } from 'kysely';

/** Records that people follow: they are told what others say and change there. */
export function followers(schema: string): RawBuilder<unknown>[] {
  const follower = sql.id(schema, '_follower');
  return [
    // `seen`: the row of the history up to which its follower has been told.
    sql`create table ${follower} (
      user_id uuid not null,
      object text not null,
      record_id uuid not null,
      seen bigint not null,
      primary key (user_id, record_id)
    )`,
    sql`create index ${sql.id('_follower_record')} on ${follower} (record_id)`,
  ];
}
