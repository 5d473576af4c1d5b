import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import type { OrgTransaction } from '../database/sql-session.js';
import { mailNotifications } from './mail-notifications.js';
import { personalKinds, type NotificationKind } from './notification-kinds.js';

export interface NewNotification {
  readonly userId: string;
  readonly kind: NotificationKind;
  readonly text: string;
  /** Stable id of the object, and the record that the notification leads to. */
  readonly object?: string;
  readonly recordId?: string;
  /** The comment that it tells of. */
  readonly commentId?: string;
  /** The saved view that it leads to. */
  readonly viewId?: string;
  /** Who caused it; absent for the platform itself. */
  readonly actorId?: string;
  readonly at: Date;
}

/** Writes notifications in the transaction of what they tell of, to where each person wants them: the page, a mail, both or neither. Answers how many the page shows. */
export async function sendNotifications(tx: OrgTransaction, notifications: readonly NewNotification[]): Promise<number> {
  if (notifications.length === 0) return 0;
  const wanted = await readWishes(tx, notifications);
  const heard = notifications.filter(({ userId, recordId, kind }) => personalKinds.has(kind) || recordId === undefined || !wanted.muted.has(`${userId} ${recordId}`));
  const choiceOf = ({ userId, kind }: NewNotification) => wanted.choices.get(`${userId} ${kind}`) ?? unchosen;
  const rows = heard.filter((told) => choiceOf(told).shown).map(
    (told) => sql`(${makeId()}::uuid, ${told.userId}::uuid, ${told.kind}, ${told.text}, ${told.object ?? null}, ${told.recordId ?? null}::uuid, ${told.actorId ?? null}::uuid, ${told.at}::timestamptz, ${told.commentId ?? null}::uuid, ${told.viewId ?? null}::uuid)`,
  );
  if (rows.length > 0) await tx.run(sql`insert into ${orgTable(tx.org.schema, 'notification')} (id, user_id, kind, text, object, record_id, actor_id, at, comment_id, view_id) values ${sql.join(rows)}`);
  await mailNotifications(tx, heard.filter((told) => choiceOf(told).mailed));
  return rows.length;
}

interface Choice { readonly shown: boolean; readonly mailed: boolean }

const unchosen: Choice = { shown: true, mailed: false };

/** What the people concerned chose, by person and kind, and the records that they hear nothing of, by person and record. */
async function readWishes(tx: OrgTransaction, notifications: readonly NewNotification[]): Promise<{ readonly choices: ReadonlyMap<string, Choice>; readonly muted: ReadonlySet<string> }> {
  const { schema } = tx.org;
  const people = [...new Set(notifications.map(({ userId }) => userId))];
  const records = [...new Set(notifications.flatMap(({ recordId }) => recordId ?? []))];
  const rows = await tx.run<{ person: string; about: string; shown: boolean; mailed: boolean; muted: boolean }>(sql`
    select user_id as person, kind as about, shown, mailed, false as muted from ${orgTable(schema, 'notificationChoice')} where user_id = any(${people}::uuid[])
    union all select user_id, record_id::text, false, false, true from ${orgTable(schema, 'notificationMute')} where user_id = any(${people}::uuid[]) and record_id = any(${records}::uuid[])`);
  return {
    choices: new Map(rows.filter(({ muted }) => !muted).map(({ person, about, shown, mailed }) => [`${person} ${about}`, { shown, mailed }])),
    muted: new Set(rows.filter(({ muted }) => muted).map(({ person, about }) => `${person} ${about}`)),
  };
}
