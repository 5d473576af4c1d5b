import { Injectable } from '@nestjs/common';
import { say } from '@guanxi/field-types';
import type { Problem } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import { Actors } from '../access/actors.js';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';
import { commentFaults } from './comment-wording.js';
import { findReadableRecord } from './readable-record.js';
import { isReaction } from './reactions.js';
import { areFilesOf, findThread, keepReaders, tellMentioned, writeComment, type CommentPlace } from './write-comment.js';

export interface NewComment {
  readonly object: string;
  readonly recordId: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly parentId?: string;
  /** Ids of files that hang on the record. */
  readonly attachments?: readonly string[];
}

export type CommentResult = { readonly ok: true; readonly id: string; readonly at: Date } | { readonly ok: false; readonly problems: readonly Problem[] };

type CommentAbout = Pick<NewComment, 'object' | 'recordId'>;

export const LONGEST_COMMENT = 10_000;
const MOST_PINNED = 20;
const MOST_ASKED = 50;
const MOST_FILES = 20;

/** What people say on records, and who is told of it. */
@Injectable()
export class Comments {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly actors: Actors,
    private readonly clock: Clock,
  ) {}

  /** Refuses a comment that mentions somebody who may not read the record. */
  async add(actor: Actor, comment: NewComment): Promise<CommentResult> {
    const text = comment.text.trim();
    if (text === '' || text.length > LONGEST_COMMENT)
      return refuse('/text', 'length', say({ ...commentFaults.length, words: { limit: LONGEST_COMMENT.toLocaleString('en') } }, actor.locale));
    const { model } = await this.models.current(actor.org);

    return this.database.transaction(actor.org, async (tx) => {
      const record = await findReadableRecord({ session: tx, schema: actor.org.schema, model }, actor.access, comment.object, comment.recordId);
      if (!record) return refuse('/recordId', 'not_found', say(commentFaults.noRecord, actor.locale));
      const place = { tx, model, actors: this.actors, at: this.clock.now(actor.org) };
      const mentions = await keepReaders(place, record, comment.mentions);
      if (comment.mentions.some((id) => !mentions.includes(id)))
        return refuse('/mentions', 'cannot_read', say(commentFaults.mention, actor.locale));
      const parentId = comment.parentId === undefined ? undefined : await findThread(place, record, comment.parentId);
      if (parentId === null) return refuse('/parentId', 'not_found', say(commentFaults.noThread, actor.locale));
      const attachments = [...new Set(comment.attachments ?? [])];
      if (attachments.length > MOST_FILES) return refuse('/attachments', 'limit', say({ ...commentFaults.files, words: { limit: String(MOST_FILES) } }, actor.locale));
      if (!(await areFilesOf(place, record, attachments))) return refuse('/attachments', 'not_found', say(commentFaults.noFile, actor.locale));
      const id = await writeComment(place, actor, record, { text, mentions, attachments, ...(parentId !== undefined && { parentId }) });
      return { ok: true, id, at: place.at };
    });
  }

  /** People change the words of what they wrote themselves; nobody else does, not even an admin. Who is mentioned only now is told. */
  async edit(actor: Actor, id: string, { text: given, mentions: asked }: Pick<NewComment, 'text' | 'mentions'>): Promise<CommentResult & { readonly about?: CommentAbout }> {
    const text = given.trim();
    if (text === '' || text.length > LONGEST_COMMENT) return refuse('/text', 'length', say({ ...commentFaults.length, words: { limit: LONGEST_COMMENT.toLocaleString('en') } }, actor.locale));
    const { model } = await this.models.current(actor.org);
    return this.database.transaction(actor.org, async (tx) => {
      const table = orgTable(actor.org.schema, 'comment');
      const [known] = isId(id) ? await tx.run<KnownComment>(sql`
        select object, record_id as "recordId", mentions from ${table} where id = ${id}::uuid and deleted_at is null and author_id = ${actor.userId}::uuid for update`) : [];
      const object = known && model.objectById.get(known.object)?.name;
      const record = known && object !== undefined ? await findReadableRecord({ session: tx, schema: actor.org.schema, model }, actor.access, object, known.recordId) : undefined;
      if (!known || object === undefined || !record) return refuse('/id', 'not_found', say(commentFaults.noComment, actor.locale));
      const place = { tx, model, actors: this.actors, at: this.clock.now(actor.org) };
      const mentions = await keepReaders(place, record, asked);
      if (asked.some((one) => !mentions.includes(one))) return refuse('/mentions', 'cannot_read', say(commentFaults.mention, actor.locale));
      await tx.run(sql`update ${table} set text = ${text}, mentions = ${[...mentions]}::uuid[], edited_at = ${place.at} where id = ${id}::uuid`);
      await tellMentioned(place, actor, record, { id, text, mentions: mentions.filter((one) => !known.mentions.includes(one)) });
      return { ok: true, id, at: place.at, about: { object, recordId: known.recordId } };
    });
  }

  /** Whoever may read the record says what they think of a comment, each thing once. */
  react(actor: Actor, id: string, { reaction, on }: { reaction: string; on: boolean }): Promise<CommentResult & { readonly about?: CommentAbout }> {
    return this.among(actor, id, async (place) => {
      if (!isReaction(reaction)) return refuse('/reaction', 'unknown', say(commentFaults.noReaction, actor.locale));
      const table = orgTable(actor.org.schema, 'commentReaction');
      if (on) await place.tx.run(sql`insert into ${table} (comment_id, user_id, reaction, at) values (${id}::uuid, ${actor.userId}::uuid, ${reaction}, ${place.at}::timestamptz) on conflict do nothing`);
      else await place.tx.run(sql`delete from ${table} where comment_id = ${id}::uuid and user_id = ${actor.userId}::uuid and reaction = ${reaction}`);
      return undefined;
    });
  }

  /** A pinned comment stands above the timeline for everybody. Whoever may comment may pin. */
  pin(actor: Actor, id: string, pinned: boolean): Promise<CommentResult & { readonly about?: CommentAbout }> {
    return this.among(actor, id, async (place) => {
      const table = orgTable(actor.org.schema, 'comment');
      if (!pinned) await place.tx.run(sql`update ${table} set pinned_at = null, pinned_by = null where id = ${id}::uuid`);
      else {
        const [held] = await place.tx.run<{ count: number }>(sql`select count(*)::int as count from ${table} c where pinned_at is not null and deleted_at is null and id <> ${id}::uuid and (object, record_id) = (select object, record_id from ${table} where id = ${id}::uuid)`);
        if ((held?.count ?? 0) >= MOST_PINNED) return refuse('/pinned', 'limit', say({ ...commentFaults.pinned, words: { limit: String(MOST_PINNED) } }, actor.locale));
        await place.tx.run(sql`update ${table} set pinned_at = ${place.at}::timestamptz, pinned_by = ${actor.userId}::uuid where id = ${id}::uuid and pinned_at is null`);
      }
      return undefined;
    });
  }

  /** Those of the people who may not read the record, so that whoever writes knows before they send. Undefined when there is no such record for the one who asks. */
  async findStrangers(actor: Actor, { object, recordId }: CommentAbout, people: readonly string[]): Promise<readonly string[] | undefined> {
    const { model } = await this.models.current(actor.org);
    return this.database.transaction(actor.org, async (tx) => {
      const record = await findReadableRecord({ session: tx, schema: actor.org.schema, model }, actor.access, object, recordId);
      if (!record) return undefined;
      const asked = [...new Set(people)].slice(0, MOST_ASKED);
      const readers = await keepReaders({ tx, model, actors: this.actors, at: this.clock.now(actor.org) }, record, asked);
      return asked.filter((id) => !readers.includes(id));
    });
  }

  /** Does something to a comment of anybody on a record that the person may read. */
  private async among(actor: Actor, id: string, work: (place: CommentPlace) => Promise<ReturnType<typeof refuse> | undefined>): Promise<CommentResult & { readonly about?: CommentAbout }> {
    const { model } = await this.models.current(actor.org);
    return this.database.transaction(actor.org, async (tx) => {
      const [known] = isId(id) ? await tx.run<KnownComment>(sql`select object, record_id as "recordId", mentions from ${orgTable(actor.org.schema, 'comment')} where id = ${id}::uuid and deleted_at is null for update`) : [];
      const object = known && model.objectById.get(known.object)?.name;
      const record = known && object !== undefined ? await findReadableRecord({ session: tx, schema: actor.org.schema, model }, actor.access, object, known.recordId) : undefined;
      if (!known || object === undefined || !record) return refuse('/id', 'not_found', say(commentFaults.gone, actor.locale));
      const at = this.clock.now(actor.org);
      return (await work({ tx, model, actors: this.actors, at })) ?? { ok: true, id, at, about: { object, recordId: known.recordId } };
    });
  }

  /** People delete what they wrote themselves; admins delete any comment. False when there is nothing to delete. */
  async delete(actor: Actor, id: string): Promise<boolean> {
    if (!isId(id)) return false;
    const own = actor.access.admin ? sql`` : sql`and author_id = ${actor.userId}::uuid`;
    const deleted = await this.database.session(actor.org).run<{ id: string }>(
      sql`update ${orgTable(actor.org.schema, 'comment')} set deleted_at = ${this.clock.now(actor.org)} where id = ${id}::uuid and deleted_at is null ${own} returning id`,
    );
    return deleted.length > 0;
  }
}

interface KnownComment {
  /** Stable id. */
  readonly object: string;
  readonly recordId: string;
  readonly mentions: readonly string[];
}

function refuse(path: string, code: string, message: string): { ok: false; problems: readonly Problem[] } {
  return { ok: false, problems: [{ path, code, message }] };
}
