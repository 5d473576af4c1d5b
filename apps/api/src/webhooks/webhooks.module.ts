import { Module, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Org } from '../orgs/org.js';
import { Orgs } from '../orgs/orgs.js';
import { JobHandlers } from '../queue/job-handlers.js';
import { Queues } from '../queue/queues.js';
import { RecordWriter } from '../records/record-writer.js';
import { CheckWebhook } from './check-webhook.js';
import { Deliverer } from './deliverer.js';
import { DeliveryLog } from './delivery-log.js';
import { OwnerReads } from './owner-reads.js';
import { PauseNotices } from './pause-notices.js';
import { WebhookStore } from './webhook-store.js';
import { Webhooks } from './webhooks.js';
import { WebhooksResolver } from './webhooks.resolver.js';

const BELIEVED_MILLISECONDS = 5_000;
const DAY = 86_400_000;

@Module({
  providers: [CheckWebhook, Deliverer, DeliveryLog, OwnerReads, PauseNotices, WebhookStore, Webhooks, WebhooksResolver],
})
export class WebhooksModule implements OnModuleInit {
  private readonly active = new LRUCache<string, boolean>({ max: 10_000, ttl: BELIEVED_MILLISECONDS });
  private readonly swept = new Map<string, number>();

  constructor(
    private readonly handlers: JobHandlers,
    private readonly deliverer: Deliverer,
    private readonly store: WebhookStore,
    private readonly log: DeliveryLog,
    private readonly orgs: Orgs,
    private readonly queues: Queues,
    private readonly writer: RecordWriter,
  ) {}

  onModuleInit(): void {
    this.writer.onWritten((org) => void this.wake(org));
    this.handlers.register('webhooks', async ({ org: id }) => {
      if (id === undefined) return;
      const org = await this.orgs.byId(id);
      if (await this.deliverer.work(org)) this.queues.wake('webhooks', org);
      await this.sweep(org);
    });
  }

  /** Most orgs have none: their writes shall cost no job. What is missed here is found by the look. */
  private async wake(org: Org): Promise<void> {
    if (org.clock !== undefined) return;
    try {
      const known = this.active.get(org.id) ?? (await this.store.hasActive(org));
      this.active.set(org.id, known);
      if (known) this.queues.wake('webhooks', org);
    } catch {
      // The database is away; the look comes by anyway.
    }
  }

  private async sweep(org: Org): Promise<void> {
    const last = this.swept.get(org.id) ?? 0;
    if (Date.now() - last < DAY) return;
    this.swept.set(org.id, Date.now());
    await this.log.forgetOld(org);
  }
}
