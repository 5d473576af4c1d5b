import { Module, type OnModuleInit } from '@nestjs/common';
import { NotificationLinks } from '../activity/notification-links.js';
import { Withdrawals } from '../consent/withdrawals.js';
import { Announcements } from '../database/announcements.js';
import type { Org } from '../orgs/org.js';
import { Orgs } from '../orgs/orgs.js';
import { PageAddress } from '../identity/page-address.js';
import { JobHandlers } from '../queue/job-handlers.js';
import { Queues } from '../queue/queues.js';
import { MailResolver } from './mail.resolver.js';
import { MailSender } from './mail-sender.js';
import { MailSettings } from './mail-settings.js';
import { MessagePreviews } from './message-previews.js';
import { MessageResolver } from './message.resolver.js';
import { Outbox } from './outbox.js';
import { MAIL_TOPIC } from './write-mails.js';

const DAY = 86_400_000;

/** What is told to people by e-mail. */
@Module({ providers: [PageAddress, NotificationLinks, Withdrawals, MailResolver, MailSender, MailSettings, MessagePreviews, MessageResolver, Outbox], exports: [MailSettings, Outbox] })
export class MailModule implements OnModuleInit {
  private readonly swept = new Map<string, number>();

  constructor(
    private readonly handlers: JobHandlers,
    private readonly announcements: Announcements,
    private readonly queues: Queues,
    private readonly orgs: Orgs,
    private readonly sender: MailSender,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.announcements.on(MAIL_TOPIC, ({ org: id }) => void this.wake(String(id)));
    this.handlers.register('mail', async ({ org: id }) => {
      if (id === undefined) return;
      const org = await this.orgs.byId(id);
      if (await this.sender.work(org)) this.queues.wake('mail', org);
      await this.sweep(org);
    });
  }

  /** What is missed here is found by the look. */
  private async wake(id: string): Promise<void> {
    try {
      this.queues.wake('mail', await this.orgs.byId(id));
    } catch {
      // The org is gone, or the database is away.
    }
  }

  private async sweep(org: Org): Promise<void> {
    const last = this.swept.get(org.id) ?? 0;
    if (Date.now() - last < DAY) return;
    this.swept.set(org.id, Date.now());
    await this.outbox.forgetOld(org);
  }
}
