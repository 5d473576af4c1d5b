import { Injectable } from '@nestjs/common';
import { isRecordId, orgTable, type AttachmentRow } from '@guanxi/query';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction, SqlSession } from '../database/sql-session.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { AttachmentAccess } from './attachment-access.js';
import { attachFile, insertVersion } from './attach-file.js';
import { noteEvent } from './attachment-events.js';
import { attachmentRefusals } from './attachment-wording.js';
import { cleanFileName } from './file-name.js';
import { FileStore, type IncomingFile } from './file-store.js';
import { fileRefusals } from './file-wording.js';

/** Where a new file goes: to a record, or among the person's own. */
export type NewPlace = { readonly object: string; readonly recordId: string } | undefined;

type Incoming = Omit<IncomingFile, 'userId'> & { readonly note?: string };

const LONGEST_NOTE = 500;

/** Adds files to records and to people's own, and changes them. Each change is noted with who did it. */
@Injectable()
export class AttachmentChanges {
  constructor(
    private readonly database: OrgDatabase,
    private readonly access: AttachmentAccess,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** Refuses by `ApiFailure` what `add` would refuse, before the content is taken in. */
  async checkPlace(actor: Actor, place: NewPlace, note?: string): Promise<void> {
    checkNote(note);
    if (!place) {
      if (actor.access.limited) throw new ApiFailure('FORBIDDEN', attachmentRefusals.limited);
      return;
    }
    const found = await this.access.place(actor, place.object, place.recordId);
    if (!found) throw new ApiFailure('NOT_FOUND', attachmentRefusals.noRecord);
    if (!found.canChange) throw new ApiFailure('FORBIDDEN', attachmentRefusals.mayNotChange);
  }

  async checkReplacing(actor: Actor, id: string, note?: string): Promise<void> {
    checkNote(note);
    await this.changeable(actor, id, this.database.session(actor.org));
  }

  /** Takes the file in and attaches it, or neither. A name that the place has already gets a number. */
  async add(actor: Actor, place: NewPlace, { path, name, note }: Incoming): Promise<string> {
    await this.checkPlace(actor, place, note);
    return this.files.keep(actor.org, { path, name, userId: actor.userId }, async (tx, file) => {
      const found = place && (await this.access.place(actor, place.object, place.recordId, tx));
      if (place && !found?.canChange) throw new ApiFailure('NOT_FOUND', attachmentRefusals.noRecord);
      const { id } = await attachFile(tx, actor, { file, at: this.clock.now(tx.org), ...(found && { place: { objectId: found.objectId, recordId: found.recordId } }), ...(note !== undefined && { note }) });
      return id;
    });
  }

  /** The file becomes the current version; the ones before stay. */
  async replace(actor: Actor, id: string, { path, name, note }: Incoming): Promise<string> {
    await this.checkReplacing(actor, id, note);
    return this.files.keep(actor.org, { path, name, userId: actor.userId }, async (tx, file) => {
      await this.hold(tx, id);
      await this.changeable(actor, id, tx);
      const at = this.clock.now(tx.org);
      const [latest] = await tx.run<{ number: number }>(sql`select max(number) as number from ${orgTable(tx.org.schema, 'attachmentVersion')} where attachment_id = ${id}::uuid`);
      const number = (latest?.number ?? 0) + 1;
      await insertVersion(tx, actor, { id, number, fileId: file.id, note, at });
      await tx.run(sql`update ${orgTable(tx.org.schema, 'attachment')} set version = ${number}, changed_at = ${at}::timestamptz where id = ${id}::uuid`);
      await noteEvent(tx, actor, { id, kind: 'fileReplaced', at });
      return id;
    });
  }

  rename(actor: Actor, id: string, wanted: string): Promise<void> {
    const name = cleanFileName(wanted);
    if (name === undefined) throw new ApiFailure('BAD_REQUEST', fileRefusals.name);
    return this.change(actor, id, async (tx, { name: before }) => {
      if (name === before) return;
      const at = this.clock.now(tx.org);
      await tx.run(sql`update ${orgTable(tx.org.schema, 'attachment')} set name = ${name}, changed_at = ${at}::timestamptz where id = ${id}::uuid`);
      await noteEvent(tx, actor, { id, kind: 'fileRenamed', at, before });
    });
  }

  makeCurrent(actor: Actor, id: string, number: number): Promise<void> {
    return this.change(actor, id, async (tx, { version }) => {
      if (number === version) return;
      const at = this.clock.now(tx.org);
      const [changed] = await tx.run(sql`update ${orgTable(tx.org.schema, 'attachment')} set version = ${number}, changed_at = ${at}::timestamptz
        where id = ${id}::uuid and exists (select from ${orgTable(tx.org.schema, 'attachmentVersion')} where attachment_id = ${id}::uuid and number = ${number}) returning id`);
      if (!changed) throw new ApiFailure('NOT_FOUND', { ...attachmentRefusals.noVersion, words: { number: String(number) } });
      await noteEvent(tx, actor, { id, kind: 'fileVersion', at });
    });
  }

  /** They stay for 30 days. All of them or none. */
  remove(actor: Actor, ids: readonly string[]): Promise<void> {
    return this.changeAll(actor, ids, async (tx, id, { removedAt }) => {
      if (removedAt !== null) return;
      const at = this.clock.now(tx.org);
      await tx.run(sql`update ${orgTable(tx.org.schema, 'attachment')} set deleted_at = ${at}::timestamptz, deleted_by = ${actor.userId}::uuid where id = ${id}::uuid`);
      await noteEvent(tx, actor, { id, kind: 'fileRemoved', at });
    });
  }

  restore(actor: Actor, ids: readonly string[]): Promise<void> {
    return this.changeAll(actor, ids, async (tx, id, { removedAt }) => {
      if (removedAt === null) return;
      await tx.run(sql`update ${orgTable(tx.org.schema, 'attachment')} set deleted_at = null, deleted_by = null where id = ${id}::uuid`);
      await noteEvent(tx, actor, { id, kind: 'fileRestored', at: this.clock.now(tx.org) });
    });
  }

  private change(actor: Actor, id: string, work: (tx: OrgTransaction, row: AttachmentRow) => Promise<void>): Promise<void> {
    return this.changeAll(actor, [id], (tx, _, row) => {
      if (row.removedAt !== null) throw new ApiFailure('CONFLICT', attachmentRefusals.removed);
      return work(tx, row);
    });
  }

  private changeAll(actor: Actor, ids: readonly string[], work: (tx: OrgTransaction, id: string, row: AttachmentRow) => Promise<void>): Promise<void> {
    // In one order, so that two people cannot wait for each other.
    const ordered = [...new Set(ids)].sort();
    return this.database.transaction(actor.org, async (tx) => {
      for (const id of ordered) {
        await this.hold(tx, id);
        await work(tx, id, await this.changeable(actor, id, tx));
      }
    });
  }

  /** Whoever changes the same file meanwhile waits. */
  private async hold(tx: OrgTransaction, id: string): Promise<void> {
    if (isRecordId(id)) await tx.run(sql`select from ${orgTable(tx.org.schema, 'attachment')} where id = ${id}::uuid for update`);
  }

  private async changeable(actor: Actor, id: string, session: SqlSession): Promise<AttachmentRow> {
    const [row] = await this.access.find(actor, [id], 'any', session);
    // Who may only read knows nothing of what was removed.
    if (!row || (row.removedAt !== null && !row.canChange)) throw new ApiFailure('NOT_FOUND', attachmentRefusals.unknown);
    if (!row.canChange) throw new ApiFailure('FORBIDDEN', attachmentRefusals.mayNotChange);
    return row;
  }
}

function checkNote(note: string | undefined): void {
  if (note !== undefined && note.length > LONGEST_NOTE) throw new ApiFailure('BAD_REQUEST', { ...attachmentRefusals.tooLong, words: { limit: String(LONGEST_NOTE) } });
}
