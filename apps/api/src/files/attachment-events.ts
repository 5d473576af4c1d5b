import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import type { Actor } from '../access/actor.js';
import type { OrgTransaction } from '../database/sql-session.js';

/** What can happen to a file; also the kinds under which a record's timeline tells it. */
export type AttachmentEventKind = 'fileAdded' | 'fileReplaced' | 'fileVersion' | 'fileRenamed' | 'fileRemoved' | 'fileRestored';

interface AttachmentEvent {
  readonly id: string;
  readonly kind: AttachmentEventKind;
  readonly at: Date;
  /** The name before. */
  readonly before?: string;
}

/** Keeps who did what with a file that is there as it is afterwards. */
export async function noteEvent(tx: OrgTransaction, { userId, source }: Actor, { id, kind, at, before }: AttachmentEvent): Promise<void> {
  await tx.run(sql`insert into ${orgTable(tx.org.schema, 'attachmentEvent')} (id, attachment_id, object, record_id, kind, name, version, before, actor_id, source, at)
    select ${makeId()}::uuid, id, object, record_id, ${kind}, name, version, ${before ?? null}, ${userId}::uuid, ${source}, ${at}::timestamptz
    from ${orgTable(tx.org.schema, 'attachment')} where id = ${id}::uuid`);
}
