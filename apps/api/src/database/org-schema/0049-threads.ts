import { sql, type RawBuilder } from 'kysely';

/** Answers to comments, what people think of them, and which of them stand above all others. */
export function threads(schema: string): RawBuilder<unknown>[] {
  const comment = sql.id(schema, '_comment');
  const user = sql.id(schema, '_user');
  return [
    sql`alter table ${comment} add column pinned_at timestamptz, add column pinned_by uuid references ${user} (id)`,
    sql`create index ${sql.id('_comment_parent')} on ${comment} (parent_id) where parent_id is not null`,
    sql`create index ${sql.id('_comment_pinned')} on ${comment} (record_id) where pinned_at is not null`,
    // A merge that is undone parts answers from what they answer; either may be erased without the other.
    sql`alter table ${comment} drop constraint ${sql.id('_comment_parent_id_fkey')}, add constraint ${sql.id('_comment_parent_id_fkey')} foreign key (parent_id) references ${comment} (id) on delete set null`,
    // Goes with its comment, whoever deletes that: erasure, retention, the recycle bin.
    sql`create table ${sql.id(schema, '_comment_reaction')} (
      comment_id uuid not null references ${comment} (id) on delete cascade,
      user_id uuid not null references ${user} (id),
      reaction text not null,
      at timestamptz not null,
      primary key (comment_id, user_id, reaction)
    )`,
    // So that a notification leads to the very comment.
    sql`alter table ${sql.id(schema, '_notification')} add column comment_id uuid`,
  ];
}
