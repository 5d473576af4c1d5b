import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import { isMailAddress } from '../config/mailbox.js';
import type { OrgTransaction } from '../database/sql-session.js';
import type { NewMail } from './mail.js';

/** Announced when mails have been committed. */
export const MAIL_TOPIC = 'mail';

/**
 * Puts mails into the outbox in the transaction of what causes them; workers hear of it at the commit. Answers the keys of
 * those that were not there before. Throws where a header would hold more than one line: such a mail is never built by us.
 */
export async function writeMails(tx: OrgTransaction, mails: readonly NewMail[]): Promise<ReadonlySet<string>> {
  if (mails.length === 0) return new Set();
  for (const mail of mails) refuseInjection(mail);
  const rows = mails.map(({ key, kind, to, message, language, template, object, recordId, commentId, viewId, runId, createdBy, unsubscribe, purpose, at, notBefore = at }) => ({
    id: makeId(), key, kind, to_user: to.userId, to_name: to.name, to_address: to.address, subject: message.subject, body_text: message.text, body_html: message.html,
    language, template, object, record_id: recordId, comment_id: commentId, view_id: viewId, run_id: runId, created_by: createdBy, bulk: unsubscribe !== undefined || purpose !== undefined, unsubscribe, purpose, at: at.toISOString(), next: notBefore.toISOString(),
  }));
  const written = await tx.run<{ key: string }>(sql`
    insert into ${orgTable(tx.org.schema, 'mail')}
      (id, key, kind, status, to_user, to_name, to_address, subject, body_text, body_html, language, template, object, record_id, comment_id, view_id, run_id, created_by, bulk, unsubscribe, purpose, created_at, next_attempt_at)
    select id, key, kind, 'waiting', to_user, to_name, to_address, subject, body_text, body_html, language, template, object, record_id, comment_id, view_id, run_id, created_by, bulk, unsubscribe, purpose, at, next
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as mail(id uuid, key text, kind text, to_user uuid, to_name text, to_address text, subject text, body_text text, body_html text,
      language text, template text, object text, record_id uuid, comment_id uuid, view_id uuid, run_id uuid, created_by uuid, bulk boolean, unsubscribe text, purpose text, at timestamptz, next timestamptz)
    on conflict (key) do nothing returning key`);
  // A rehearsal writes mails too, and sends none.
  if (written.length > 0 && tx.org.clock === undefined) await tx.run(sql`select pg_notify('guanxi', ${JSON.stringify({ org: tx.org.id, topic: MAIL_TOPIC })})`);
  return new Set(written.map(({ key }) => key));
}

/** A line break in a header would let whoever wrote it add headers of their own, or a body. */
export function refuseInjection({ to, message, unsubscribe }: Pick<NewMail, 'to' | 'message' | 'unsubscribe'>): void {
  if (!isMailAddress(to.address)) throw new RangeError('A mail goes to one address, and this is none.');
  for (const line of [to.name, message.subject, unsubscribe]) {
    if (line !== undefined && /[\p{Cc}\u2028\u2029]/u.test(line)) throw new RangeError('A header of a mail is one line; this one would hold a line break.');
  }
}
