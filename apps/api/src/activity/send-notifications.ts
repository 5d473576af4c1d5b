import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import type { OrgTransaction } from '../database/sql-session.js';

export interface NewNotification {
  readonly userId: string;
  readonly kind: 'mention' | 'comment' | 'workflow' | 'webhook' | 'export' | 'approval' | 'form' | 'queue' | 'share';
  readonly text: string;
  /** Stable id of the object, and the record that the notification leads to. */
  readonly object?: string;
  readonly recordId?: string;
  /** Who caused it; absent for the platform itself. */
  readonly actorId?: string;
  readonly at: Date;
}

/** Writes notifications in the transaction of what they tell of. */
export async function sendNotifications(tx: OrgTransaction, notifications: readonly NewNotification[]): Promise<void> {
  if (notifications.length === 0) return;
  const rows = notifications.map(
    (told) => sql`(${makeId()}::uuid, ${told.userId}::uuid, ${told.kind}, ${told.text}, ${told.object ?? null}, ${told.recordId ?? null}::uuid, ${told.actorId ?? null}::uuid, ${told.at}::timestamptz)`,
  );
  await tx.run(sql`insert into ${orgTable(tx.org.schema, 'notification')} (id, user_id, kind, text, object, record_id, actor_id, at) values ${sql.join(rows)}`);
}
