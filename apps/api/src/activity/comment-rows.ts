import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import type { ReadableRecord } from './readable-record.js';
import type { ItemRow } from './timeline-row.js';

interface CommentPlace {
  readonly session: SqlSession;
  readonly schema: string;
}

type OnRecord = Pick<ReadableRecord, 'id' | 'object'>;

export interface ReactionRow {
  readonly comment_id: string;
  readonly reaction: string;
  readonly user_id: string;
}

const MOST_REPLIES = 1_000;

/** Comments that answer no other, where their threads stand: by the latest answer. A deleted one stays as long as it has answers. */
export function threadRows(schema: string, record: OnRecord): RawBuilder<unknown> {
  const comment = orgTable(schema, 'comment');
  return sql`select ${columns()}, greatest(c.at, answers.latest) as moved_at
    from ${comment} c left join ${comment} above on above.id = c.parent_id and above.record_id = c.record_id
    cross join lateral (select max(r.at) as latest from ${comment} r where r.parent_id = c.id and r.record_id = c.record_id and r.deleted_at is null) answers
    where ${of(record)} and above.id is null and (c.deleted_at is null or answers.latest is not null)`;
}

/** Answers under the given comments, oldest first. */
export async function readReplies({ session, schema }: CommentPlace, record: OnRecord, ids: readonly string[]): Promise<readonly ItemRow[]> {
  if (ids.length === 0) return [];
  return session.run<ItemRow>(sql`select ${columns()}, c.at as moved_at, '' as at_text from ${orgTable(schema, 'comment')} c
    where ${of(record)} and c.parent_id = any(${[...ids]}::uuid[]) and c.deleted_at is null order by c.at, c.id limit ${MOST_REPLIES}`);
}

/** Those that stand above the timeline, the latest pinned first; answers as well. */
export async function readPinned({ session, schema }: CommentPlace, record: OnRecord): Promise<readonly ItemRow[]> {
  return session.run<ItemRow>(sql`select ${columns()}, c.at as moved_at, '' as at_text from ${orgTable(schema, 'comment')} c
    where ${of(record)} and c.pinned_at is not null and c.deleted_at is null order by c.pinned_at desc, c.id`);
}

export async function readComment({ session, schema }: CommentPlace, record: OnRecord, id: string): Promise<readonly ItemRow[]> {
  return session.run<ItemRow>(sql`select ${columns()}, c.at as moved_at, '' as at_text from ${orgTable(schema, 'comment')} c where ${of(record)} and c.id = ${id}::uuid and c.deleted_at is null`);
}

/** In the order in which they were given. */
export async function readReactions({ session, schema }: CommentPlace, ids: readonly string[]): Promise<readonly ReactionRow[]> {
  if (ids.length === 0) return [];
  return session.run<ReactionRow>(sql`select comment_id, reaction, user_id from ${orgTable(schema, 'commentReaction')} where comment_id = any(${[...ids]}::uuid[]) order by at, user_id`);
}

function of({ id, object }: OnRecord): RawBuilder<unknown> {
  return sql`c.object = ${object.id} and c.record_id = ${id}::uuid`;
}

function columns(): RawBuilder<unknown> {
  return sql`c.id::text as id, 'comment' as kind, c.at, c.author_id as actor_id, null as source, case when c.deleted_at is null then c.text end as text, c.mentions, null::jsonb as changes,
    jsonb_build_object('parentId', c.parent_id, 'editedAt', c.edited_at, 'pinnedAt', c.pinned_at, 'pinnedBy', c.pinned_by, 'isDeleted', c.deleted_at is not null, 'attachments', to_jsonb(c.attachments)) as about`;
}
