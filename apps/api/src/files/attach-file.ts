import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import type { Actor } from '../access/actor.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { noteEvent } from './attachment-events.js';
import type { StoredFile } from './file-store.js';
import { freeName } from './free-name.js';

interface FileToAttach {
  readonly file: Pick<StoredFile, 'id' | 'name'>;
  /** The record it hangs on; without one it is among the person's own. */
  readonly place?: { readonly objectId: string; readonly recordId: string };
  readonly note?: string;
  readonly at: Date;
}

export interface AttachedFile {
  readonly id: string;
  /** As the place calls it: a name that it has already gets a number. */
  readonly name: string;
}

/** Attaches a file that is kept, in the caller's transaction. Whether the person may do so the caller has asked. */
export async function attachFile(tx: OrgTransaction, actor: Actor, { file, place, note, at }: FileToAttach): Promise<AttachedFile> {
  const id = makeId();
  const name = await freeName(tx, { name: file.name, ...place, ownerId: actor.userId });
  await tx.run(sql`insert into ${orgTable(tx.org.schema, 'attachment')} (id, object, record_id, owner_id, name, version, created_at, changed_at)
    values (${id}::uuid, ${place?.objectId ?? null}, ${place?.recordId ?? null}::uuid, ${actor.userId}::uuid, ${name}, 1, ${at}::timestamptz, ${at}::timestamptz)`);
  await insertVersion(tx, actor, { id, number: 1, fileId: file.id, note, at });
  await noteEvent(tx, actor, { id, kind: 'fileAdded', at });
  return { id, name };
}

interface NewVersion {
  readonly id: string;
  readonly number: number;
  readonly fileId: string;
  readonly note: string | undefined;
  readonly at: Date;
}

export async function insertVersion(tx: OrgTransaction, { userId }: Actor, { id, number, fileId, note, at }: NewVersion): Promise<void> {
  await tx.run(sql`insert into ${orgTable(tx.org.schema, 'attachmentVersion')} (attachment_id, number, file_id, note, uploaded_by, at)
    values (${id}::uuid, ${number}, ${fileId}::uuid, ${note?.trim() || null}, ${userId}::uuid, ${at}::timestamptz)`);
}
