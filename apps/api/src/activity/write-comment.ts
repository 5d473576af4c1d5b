import type { Model } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId, validate as isId } from 'uuid';
import type { Actor } from '../access/actor.js';
import type { Actors } from '../access/actors.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { findReadableRecord, type ReadableRecord } from './readable-record.js';
import { sendNotifications } from './send-notifications.js';

export interface CommentPlace {
  readonly tx: OrgTransaction;
  readonly model: Model;
  readonly actors: Pick<Actors, 'forUser'>;
  readonly at: Date;
}

export interface CommentOnRecord {
  readonly text: string;
  /** Ids of people who may read the record. */
  readonly mentions: readonly string[];
  /** Of a comment on the same record that answers no other. */
  readonly parentId?: string;
  /** Ids of files of the record. */
  readonly attachments?: readonly string[];
}

/**
 * Writes a comment and its notifications in the caller's transaction. Those who are mentioned, those who spoke before on
 * the record or follow it, and its owner are told; nobody is told of a record that they may not read.
 */
export async function writeComment(place: CommentPlace, actor: Actor, record: Pick<ReadableRecord, 'id' | 'object'>, { text, mentions, parentId, attachments = [] }: CommentOnRecord): Promise<string> {
  const { tx, at } = place;
  const id = makeId();
  const others = await findListeners(place, actor, record, mentions);
  await tx.run(sql`insert into ${orgTable(tx.org.schema, 'comment')} (id, object, record_id, parent_id, author_id, text, mentions, attachments, at)
    values (${id}, ${record.object.id}, ${record.id}, ${parentId ?? null}::uuid, ${actor.userId}, ${text}, ${[...mentions]}::uuid[], ${[...attachments]}::uuid[], ${at})`);
  const about = { text, commentId: id, object: record.object.id, recordId: record.id, actorId: actor.userId, at };
  await sendNotifications(tx, [...mentions.map((userId) => ({ ...about, userId, kind: 'mention' as const })), ...others.map((userId) => ({ ...about, userId, kind: 'comment' as const }))]);
  return id;
}

/** The comment that an answer to the given one belongs under: an answer to an answer stands in the same thread. Null when there is none on this record. */
export async function findThread({ tx }: Pick<CommentPlace, 'tx'>, record: Pick<ReadableRecord, 'id' | 'object'>, id: string): Promise<string | null> {
  if (!isId(id)) return null;
  const table = orgTable(tx.org.schema, 'comment');
  const [found] = await tx.run<{ id: string }>(sql`
    select coalesce(above.id, c.id) as id from ${table} c left join ${table} above on above.id = c.parent_id and above.record_id = c.record_id
    where c.id = ${id}::uuid and c.object = ${record.object.id} and c.record_id = ${record.id}::uuid and c.deleted_at is null`);
  return found?.id ?? null;
}

/** Whether all of them hang on the record: who reads it may see them, and they go where it goes. */
export async function areFilesOf({ tx }: Pick<CommentPlace, 'tx'>, record: Pick<ReadableRecord, 'id' | 'object'>, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  if (!ids.every((id) => isId(id))) return false;
  const found = await tx.run<{ id: string }>(sql`
    select id from ${orgTable(tx.org.schema, 'attachment')} where id = any(${[...ids]}::uuid[]) and object = ${record.object.id} and record_id = ${record.id}::uuid and deleted_at is null`);
  return found.length === ids.length;
}

/** Tells people that a comment mentions them. */
export async function tellMentioned({ tx, at }: Pick<CommentPlace, 'tx' | 'at'>, actor: Actor, record: Pick<ReadableRecord, 'id' | 'object'>, { id, text, mentions }: CommentOnRecord & { readonly id: string }): Promise<void> {
  await sendNotifications(tx, mentions.map((userId) => ({ text, commentId: id, object: record.object.id, recordId: record.id, actorId: actor.userId, at, userId, kind: 'mention' as const })));
}

/** Those of the people who may read the record. */
export async function keepReaders({ tx, model, actors }: CommentPlace, { object, id: recordId }: Pick<ReadableRecord, 'id' | 'object'>, userIds: readonly string[]): Promise<readonly string[]> {
  const readers: string[] = [];
  for (const userId of new Set(userIds.filter((id) => isId(id)))) {
    const reader = await actors.forUser(tx.org, userId, 'page');
    if (reader && (await findReadableRecord({ session: tx, schema: tx.org.schema, model }, reader.access, object.name, recordId))) readers.push(userId);
  }
  return readers;
}

async function findListeners(place: CommentPlace, actor: Actor, record: Pick<ReadableRecord, 'id' | 'object'>, mentions: readonly string[]): Promise<readonly string[]> {
  const { schema } = place.tx.org;
  const spoken = await place.tx.run<{ id: string }>(sql`
    select author_id as id from ${orgTable(schema, 'comment')} where object = ${record.object.id} and record_id = ${record.id} and deleted_at is null
    union select user_id from ${orgTable(schema, 'follower')} where object = ${record.object.id} and record_id = ${record.id}
    union select owner_id from ${sql.id(schema, record.object.table)} where id = ${record.id} and owner_id is not null`);
  return keepReaders(place, record, spoken.map(({ id }) => id).filter((id) => id !== actor.userId && !mentions.includes(id)));
}
