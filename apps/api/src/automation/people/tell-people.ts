import { say, translate, type Translations, type Wording } from '@guanxi/field-types';
import { sendNotifications, type NewNotification } from '../../activity/send-notifications.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import { findRecipients } from '../../mail/recipients.js';

export interface PersonalNotice {
  readonly userId: string;
  readonly kind: NewNotification['kind'];
  readonly wording: Wording;
  /** What the approval, form or queue is called. */
  readonly title: string;
  readonly titles?: Translations;
  /** Stable id of the object. */
  readonly object: string;
  readonly recordId: string;
  readonly actorId?: string;
}

/** Tells people something in their own language; those who are switched off are not told, and nobody of what they did themselves. */
export async function tellPeople(tx: OrgTransaction, notices: readonly PersonalNotice[], at: Date): Promise<void> {
  const recipients = await findRecipients(tx, tx.org, notices.map(({ userId }) => userId));
  const told = notices.flatMap(({ wording, title, titles, ...notice }): NewNotification[] => {
    const recipient = recipients.get(notice.userId);
    return recipient && notice.userId !== notice.actorId ? [{ ...notice, text: say({ ...wording, words: { title: translate(title, titles, recipient.language) } }, recipient.language), at }] : [];
  });
  await sendNotifications(tx, told);
}
