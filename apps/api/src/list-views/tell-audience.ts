import type { Model } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.js';
import { sendNotifications } from '../activity/send-notifications.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { findRecipients } from '../mail/recipients.js';

export interface ShownView {
  readonly id: string;
  /** Name of its object. */
  readonly object: string;
  readonly title: string;
  /** Principals that it was shown to before, and that it is shown to now. */
  readonly before: readonly string[];
  readonly now: readonly string[];
}

/**
 * Tells those who see a saved view from now on, and did not before. Who has it because everybody has it is not told: it is
 * no news for them alone. Whether they may read its records is asked when they read the news.
 */
export async function tellAudience(tx: OrgTransaction, actor: Actor, model: Model, { id, object, title, before, now }: ShownView, at: Date): Promise<void> {
  const added = now.filter((principal) => !before.includes(principal));
  if (added.length === 0) return;
  const principal = orgTable(tx.org.schema, 'principal');
  const people = await tx.run<{ id: string }>(sql`
    select distinct user_id as id from ${principal} where principal = any(${added}::text[]) and user_id <> ${actor.userId}::uuid
      and user_id not in (select user_id from ${principal} where principal = any(${[...before]}::text[]))
      and user_id <> (select owner_id from ${orgTable(tx.org.schema, 'listView')} where id = ${id}::uuid)`);
  const recipients = await findRecipients(tx, tx.org, people.map((person) => person.id));
  const objectId = model.objectByName.get(object)?.id;
  await sendNotifications(tx, [...recipients.keys()].map((userId) => ({ userId, kind: 'view' as const, text: title, viewId: id, ...(objectId !== undefined && { object: objectId }), actorId: actor.userId, at })));
}
