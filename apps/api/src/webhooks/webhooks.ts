import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../access/actor.js';
import { BEGINNING, readCursor, writeCursor } from '../changes/cursor.js';
import { ChangeFeed, positionOf } from '../changes/feed.js';
import { Clock } from '../config/clock.js';
import { Settings } from '../config/settings.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import type { Org } from '../orgs/org.js';
import { Queues } from '../queue/queues.js';
import { CheckWebhook } from './check-webhook.js';
import { DeliveryLog, type Delivery } from './delivery-log.js';
import { makeSecret } from './secrets.js';
import { sendMessage } from './send-message.js';
import { WebhookStore, type WebhookChange } from './webhook-store.js';
import type { WebhookInput } from './webhook.type.js';
import { webhookFaults } from './webhook-wording.js';
import type { Message, Webhook } from './webhook.js';

/** Both secrets sign for a day, so that receivers can change over in peace. */
const OVERLAP_MILLISECONDS = 86_400_000;
/** Nothing keeps it from sending at once. */
const READY = { pausedBecause: null, attempts: 0, nextAttemptAt: null, failingSince: null } as const;

/** What admins do with webhooks. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly store: WebhookStore,
    private readonly log: DeliveryLog,
    private readonly checks: CheckWebhook,
    private readonly feed: ChangeFeed,
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
    private readonly queues: Queues,
    private readonly settings: Settings,
  ) {}

  /** It tells of what changes from now on, with the rights of whoever made it. */
  async create(actor: Actor, input: WebhookInput): Promise<{ webhook: Webhook; secret: string }> {
    const checked = await this.checks.check(actor, input);
    const { org } = actor;
    const secret = makeSecret();
    const id = uuidv7();
    const cursor = writeCursor(await this.feed.epoch(org), await this.feed.head(org));
    await this.store.insert(org, { headers: {}, active: true, ...checked, id, ownerId: actor.userId, cursor }, secret);
    return { webhook: await this.get(org, id), secret };
  }

  /** Whoever changes a webhook becomes its owner: what it sends is theirs to answer for. */
  async update(actor: Actor, id: string, input: WebhookInput): Promise<Webhook> {
    const { org } = actor;
    const checked = await this.checks.check(actor, input);
    return this.goOn(org, id, { ...checked, ownerId: actor.userId });
  }

  /** Switched on again it goes on where it was, at once. */
  async setActive(org: Org, id: string, active: boolean): Promise<Webhook> {
    return active ? this.goOn(org, id, { active }) : this.saved(org, await this.store.update(org, id, { active }));
  }

  async rotateSecret(org: Org, id: string): Promise<{ webhook: Webhook; secret: string }> {
    const secret = makeSecret();
    if (!(await this.store.rotate(org, id, secret, OVERLAP_MILLISECONDS))) throw new ApiFailure('NOT_FOUND', webhookFaults.none);
    return { webhook: await this.get(org, id), secret };
  }

  async delete(org: Org, id: string): Promise<void> {
    if (!(await this.store.delete(org, id))) throw new ApiFailure('NOT_FOUND', webhookFaults.none);
  }

  /** Sends a message of the type "test" at once. */
  async sendTest(org: Org, id: string): Promise<Delivery> {
    const webhook = await this.get(org, id);
    const body = JSON.stringify({ type: 'test', timestamp: this.clock.now(org).toISOString(), data: { webhook: webhook.name } });
    const message = { id: `msg_${uuidv7().replaceAll('-', '')}`, type: 'test', body };
    return this.sendNow(org, webhook, message);
  }

  /** Sends the same message again at once, under its id. The line of the webhook is not touched. */
  async replay(org: Org, deliveryId: string): Promise<Delivery> {
    const delivery = await this.log.find(org, deliveryId);
    if (!delivery || delivery.status === 'note') throw new ApiFailure('NOT_FOUND', webhookFaults.noDelivery);
    const { messageId, type, object, recordId, body } = delivery;
    const webhook = await this.get(org, delivery.webhookId);
    const message = { id: messageId, type, body, ...(object !== null && { object }), ...(recordId !== null && { recordId }) };
    return this.sendNow(org, webhook, message);
  }

  /** Everything since then is sent again, in order; receivers know what they have by its id. */
  async replaySince(org: Org, id: string, since: Date): Promise<Webhook> {
    await this.get(org, id);
    const history = orgTable(org.schema, 'history');
    const [last] = await this.database.session(org).run<{ id: string }>(sql`select id::text as id from ${history} where at < ${since} order by id desc limit 1`);
    const { seen: snapshot } = await this.feed.head(org);
    const position = last && snapshot ? positionOf(last, { snapshot }) : BEGINNING;
    return this.saved(org, await this.store.update(org, id, { cursor: writeCursor(await this.feed.epoch(org), position), ...READY }));
  }

  /** From where it was; one whose cursor is from before a restore, from now on, and its log says so. */
  private async goOn(org: Org, id: string, change: WebhookChange): Promise<Webhook> {
    const { cursor } = await this.get(org, id);
    const epoch = await this.feed.epoch(org);
    const isStale = readCursor(cursor)?.epoch !== epoch;
    const fresh = isStale ? { cursor: writeCursor(epoch, await this.feed.head(org)) } : {};
    const saved = this.saved(org, await this.store.update(org, id, { ...change, ...fresh, ...READY }));
    if (isStale) await this.log.noteResumed(org, id);
    return saved;
  }

  /** A receiver that takes messages again need not wait for the next attempt. */
  private async sendNow(org: Org, webhook: Webhook, message: Message): Promise<Delivery> {
    const attempt = await sendMessage(webhook, message, this.settings.webhookAllow);
    if (attempt.ok && webhook.nextAttemptAt !== null) this.saved(org, await this.store.update(org, webhook.id, { nextAttemptAt: null }));
    return this.log.note(org, webhook.id, message, attempt);
  }

  private async get(org: Org, id: string): Promise<Webhook> {
    const webhook = await this.store.find(org, id);
    if (!webhook) throw new ApiFailure('NOT_FOUND', webhookFaults.none);
    return webhook;
  }

  private saved(org: Org, webhook: Webhook | undefined): Webhook {
    if (!webhook) throw new ApiFailure('NOT_FOUND', webhookFaults.none);
    if (webhook.active) this.queues.wake('webhooks', org);
    return webhook;
  }
}
