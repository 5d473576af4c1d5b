import type { Model } from '@guanxi/metadata';
import type { Actor } from '../access/actor.js';
import type { BatchReads } from '../changes/batch-reads.js';
import type { FeedRow } from '../changes/feed.js';
import { tellChanges, type ToldChange } from '../changes/tell-changes.js';
import type { OwnerReads, SentRecord } from './owner-reads.js';
import { messageId } from './secrets.js';
import type { Message, Webhook, WebhookSubject } from './webhook.js';

interface Place {
  /** With the rights of the webhook's owner. */
  readonly owner: Actor;
  readonly model: Model;
  readonly reads: BatchReads;
  readonly records: Pick<OwnerReads, 'read'>;
}

/** The messages that a stretch of the history comes to, by history id. Throws `SubjectFailure` for a subject that can no longer be read. */
export async function makeMessages(webhook: Webhook, rows: readonly FeedRow[], place: Place): Promise<ReadonlyMap<string, Message>> {
  const concerned = rows.filter(({ object, kind }) => webhook.kinds.includes(kind) && webhook.subjects.some((subject) => subject.object === object));
  const told = (await tellChanges(concerned, { actor: place.owner, model: place.model, reads: place.reads })).filter(({ kind }) => kind !== 'left');
  const messages = await Promise.all(webhook.subjects.map((subject) => ofSubject(webhook, subject, told.filter(({ row }) => row.object === subject.object), place)));
  return new Map(messages.flat());
}

async function ofSubject(webhook: Webhook, subject: WebhookSubject, told: readonly ToldChange[], { owner, records }: Place): Promise<readonly (readonly [string, Message])[]> {
  const alive = [...new Set(told.filter(({ isAlive }) => isAlive).map(({ id }) => id))];
  const found = await records.read(owner, subject, alive);
  return told.flatMap((change) => {
    const record = found.get(change.id);
    // A filter cannot be asked about a record in the bin: that one is told without values.
    return record || !change.isAlive ? [[change.row.id, makeMessage(webhook, subject, change, record)] as const] : [];
  });
}

function makeMessage(webhook: Webhook, { fields }: WebhookSubject, change: ToldChange, record: SentRecord | undefined): Message {
  const { object, id, kind, at, operationId, actorId, source } = change;
  const changes = Object.fromEntries(Object.entries(change.changes).filter(([field]) => fields?.includes(field) !== false));
  const type = `${object.charAt(0).toLowerCase()}${object.slice(1)}.${kind}`;
  const body = { type, timestamp: at, data: { id, object, kind: kind.toUpperCase(), fields: Object.keys(changes), changes, record: record ?? null, operationId, actorId, source } };
  return { id: messageId(webhook.id, change.row.id), type, object: change.row.object, recordId: id, body: JSON.stringify(body) };
}
