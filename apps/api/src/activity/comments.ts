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
import { keepReaders, tellMentioned, writeComment } from './write-comment.js';

export interface NewComment {
  readonly object: string;
  readonly recordId: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly parentId?: string;
}

export type CommentResult = { readonly ok: true; readonly id: string; readonly at: Date } | { readonly ok: false; readonly problems: readonly Problem[] };

export const LONGEST_COMMENT = 10_000;

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
      const id = await writeComment(place, actor, record, { text, mentions, ...(comment.parentId !== undefined && { parentId: comment.parentId }) });
      return { ok: true, id, at: place.at };
    });
  }

  /** People change the words of what they wrote themselves; nobody else does, not even an admin. Who is mentioned only now is told. */
  async edit(actor: Actor, id: string, { text: given, mentions: asked }: Pick<NewComment, 'text' | 'mentions'>): Promise<CommentResult & { readonly about?: Pick<NewComment, 'object' | 'recordId'> }> {
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
      await tellMentioned(place, actor, record, { text, mentions: mentions.filter((one) => !known.mentions.includes(one)) });
      return { ok: true, id, at: place.at, about: { object, recordId: known.recordId } };
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
