import { say } from '@guanxi/field-types';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import type { OrgTransaction } from '../database/sql-session.js';
import { findRecipients } from '../mail/recipients.js';
import { renderPlain } from '../mail/render/render-message.js';
import { writeMails } from '../mail/write-mails.js';
import { notificationMail, notificationSubjects } from './notification-wording.js';
import type { NewNotification } from './send-notifications.js';

/** Puts notifications into the outbox for those who want them as mails, in their language; who is switched off gets none. */
export async function mailNotifications(tx: OrgTransaction, notifications: readonly NewNotification[]): Promise<void> {
  if (notifications.length === 0) return;
  const { org } = tx;
  const recipients = await findRecipients(tx, org, notifications.map(({ userId }) => userId));
  const names = await readActors(tx, notifications);
  await writeMails(tx, notifications.flatMap(({ userId, kind, text, object, recordId, commentId, viewId, actorId, at }) => {
    const to = recipients.get(userId);
    if (!to) return [];
    const name = names.get(actorId ?? '') ?? say(notificationMail.platform, to.language);
    const told = kind === 'workflow' && recordId !== undefined ? say(notificationMail.aboutRecord, to.language) : kind === 'view' ? say(notificationMail.aboutView, to.language) : text;
    const subject = say({ ...notificationSubjects[kind], words: { name } }, to.language);
    const message = renderPlain(subject, `${told}\n\n${say({ ...notificationMail.footer, words: { org: org.name } }, to.language)}`, { language: to.language, orgName: org.name });
    return [{ key: `notification:${makeId()}`, kind: 'notification' as const, to: { ...to, name: oneLine(to.name) }, message, language: to.language, ...(object !== undefined && { object }), ...(recordId !== undefined && { recordId }), ...(commentId !== undefined && { commentId }), ...(viewId !== undefined && { viewId }), at }];
  }));
}

async function readActors(tx: OrgTransaction, notifications: readonly NewNotification[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(notifications.flatMap(({ actorId }) => actorId ?? []))];
  const rows = ids.length === 0 ? [] : await tx.run<{ id: string; name: string }>(sql`select id, name from ${orgTable(tx.org.schema, 'user')} where id = any(${ids}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function oneLine(name: string): string {
  return name.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ');
}
