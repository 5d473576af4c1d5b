import { Injectable } from '@nestjs/common';
import { say } from '@guanxi/field-types';
import type { Problem } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId, validate as isId } from 'uuid';
import { Actors } from '../access/actors.js';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { Models } from '../metadata/models.js';
import { commentFaults } from './comment-wording.js';
import { sendNotifications } from './send-notifications.js';
import { findReadableRecord, type ReadableRecord } from './readable-record.js';

export interface NewComment {
  readonly object: string;
  readonly recordId: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly parentId?: string;
}

export type CommentResult = { readonly ok: true; readonly id: string; readonly at: Date } | { readonly ok: false; readonly problems: readonly Problem[] };

const LONGEST_COMMENT = 10_000;

/** What people say on records, and who is told of it. */
@Injectable()
export class Comments {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly actors: Actors,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes the comment and its notifications together. Those who are mentioned, those who spoke before on the record
   * and its owner are told; nobody is told of a record that they may not read.
   */
  async add(actor: Actor, comment: NewComment): Promise<CommentResult> {
    const text = comment.text.trim();
    if (text === '' || text.length > LONGEST_COMMENT)
      return refuse('/text', 'length', say({ ...commentFaults.length, words: { limit: LONGEST_COMMENT.toLocaleString('en') } }, actor.locale));
    const { model } = await this.models.current(actor.org);

    return this.database.transaction(actor.org, async (tx) => {
      const record = await findReadableRecord({ session: tx, schema: actor.org.schema, model }, actor.access, comment.object, comment.recordId);
      if (!record) return refuse('/recordId', 'not_found', say(commentFaults.noRecord, actor.locale));
      const listeners = await this.findListeners(tx, actor, record, comment);
      const blind = comment.mentions.filter((id) => !listeners.mentioned.includes(id));
      if (blind.length > 0)
        return refuse('/mentions', 'cannot_read', say(commentFaults.mention, actor.locale));

      const written = { id: makeId(), at: this.clock.now(actor.org) };
      await tx.run(sql`insert into ${orgTable(actor.org.schema, 'comment')} (id, object, record_id, parent_id, author_id, text, mentions, at)
        values (${written.id}, ${record.object.id}, ${record.id}, ${comment.parentId ?? null}::uuid, ${actor.userId}, ${text}, ${[...comment.mentions]}::uuid[], ${written.at})`);
      const about = { text, object: record.object.id, recordId: record.id, actorId: actor.userId, at: written.at };
      await sendNotifications(tx, [
        ...listeners.mentioned.map((userId) => ({ ...about, userId, kind: 'mention' as const })),
        ...listeners.others.map((userId) => ({ ...about, userId, kind: 'comment' as const })),
      ]);
      return { ok: true, ...written };
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

  private async findListeners(tx: OrgTransaction, actor: Actor, record: ReadableRecord, comment: NewComment): Promise<{ mentioned: string[]; others: string[] }> {
    const { schema } = actor.org;
    const spoken = await tx.run<{ id: string }>(sql`
      select author_id as id from ${orgTable(schema, 'comment')} where object = ${record.object.id} and record_id = ${record.id} and deleted_at is null
      union select owner_id from ${sql.id(schema, record.object.table)} where id = ${record.id} and owner_id is not null`);
    const mentioned = await this.keepReaders(tx, actor, record, comment.mentions);
    const others = spoken.map(({ id }) => id).filter((id) => id !== actor.userId && !comment.mentions.includes(id));
    return { mentioned, others: await this.keepReaders(tx, actor, record, others) };
  }

  private async keepReaders(tx: OrgTransaction, { org }: Actor, { object, id: recordId }: ReadableRecord, userIds: readonly string[]): Promise<string[]> {
    const { model } = await this.models.current(org);
    const readers: string[] = [];
    for (const userId of new Set(userIds.filter((id) => isId(id)))) {
      const reader = await this.actors.forUser(org, userId, 'page');
      if (reader && (await findReadableRecord({ session: tx, schema: org.schema, model }, reader.access, object.name, recordId))) readers.push(userId);
    }
    return readers;
  }
}

function refuse(path: string, code: string, message: string): { ok: false; problems: readonly Problem[] } {
  return { ok: false, problems: [{ path, code, message }] };
}
