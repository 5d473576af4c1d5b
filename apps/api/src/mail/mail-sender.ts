import { Injectable, Logger } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { v4 as uuid } from 'uuid';
import { NotificationLinks } from '../activity/notification-links.js';
import { Settings } from '../config/settings.js';
import type { Org } from '../orgs/org.js';
import { noConsent } from '../consent/agreed.js';
import { withUnsubscribe } from '../consent/with-unsubscribe.js';
import { Withdrawals } from '../consent/withdrawals.js';
import { backOff } from './back-off.js';
import type { Attempt, Mail } from './mail.js';
import type { MailServer } from './mail-server.js';
import { MailSettings } from './mail-settings.js';
import { openTransport } from './open-transport.js';
import { Outbox } from './outbox.js';
import { sendMail } from './send-mail.js';

/** After a worker was killed its mails rest for this long; while one is at work it holds them on. */
const HOLD_MILLISECONDS = 15_000;
const HOLD_ON_MILLISECONDS = 5_000;
/** One org's mails must not keep a worker from the others'. */
const WORK_MILLISECONDS = 10_000;
const CONNECTIONS = 3;
const AT_A_TIME = 12;

/**
 * Hands the mails of an org to its server. A mail is noted as sent when the server has taken it, so a worker may die at any
 * moment: the next one hands that mail in again under the same Message-ID. No transaction is open while a server is waited for.
 */
@Injectable()
export class MailSender {
  private readonly logger = new Logger(MailSender.name);

  constructor(
    private readonly outbox: Outbox,
    private readonly mailSettings: MailSettings,
    private readonly settings: Settings,
    private readonly withdrawals: Withdrawals,
    private readonly links: NotificationLinks,
  ) {}

  /** Answers whether something is left to be sent at once. */
  async work(org: Org): Promise<boolean> {
    const server = await this.mailSettings.server(org);
    if (!server) {
      await this.outbox.keepUnsent(org);
      return false;
    }
    const until = Date.now() + WORK_MILLISECONDS;
    const transport = openTransport(server, this.settings.webhookAllow, CONNECTIONS);
    const holder = uuid();
    try {
      for (;;) {
        // What is above the limit of this minute is found by the look when the minute has passed.
        const most = Math.min(AT_A_TIME, server.perMinute - (await this.outbox.countRecent(org)));
        if (most <= 0) return false;
        const mails = await this.outbox.hold(org, { holder, milliseconds: HOLD_MILLISECONDS, domain: domainOf(server), most });
        if (mails.length === 0) return false;
        const isReachable = await this.sendAll(org, server, transport, { mails, holder });
        if (!isReachable) return false;
        if (Date.now() >= until) return true;
      }
    } finally {
      transport.close();
      await this.outbox.release(org, holder);
    }
  }

  /** One mail at once, outside of the line. */
  async sendNow(org: Org, server: MailServer, id: string): Promise<Attempt | undefined> {
    const holder = uuid();
    const transport = openTransport(server, this.settings.webhookAllow);
    try {
      const [mail] = await this.outbox.hold(org, { holder, milliseconds: HOLD_MILLISECONDS * 4, domain: domainOf(server), most: 1, only: id });
      return mail && (await this.send(org, server, transport, { mail, holder }));
    } finally {
      transport.close();
    }
  }

  /** False when the server could not be reached at all: then the others need not try. */
  private async sendAll(org: Org, server: MailServer, transport: Transporter, { mails, holder }: { mails: readonly Mail[]; holder: string }): Promise<boolean> {
    const holdOn = setInterval(() => void this.outbox.holdLonger(org, holder, HOLD_MILLISECONDS).catch((error: unknown) => this.logger.warn(`Mails of org ${org.id} could not be held on: ${String(error)}`)), HOLD_ON_MILLISECONDS);
    let isReachable = true;
    const waiting = [...mails];
    const take = async (): Promise<void> => {
      for (let mail = waiting.shift(); mail; mail = waiting.shift()) {
        const attempt = await this.send(org, server, transport, { mail, holder });
        if (attempt.outcome === 'failed' && attempt.code === undefined) isReachable = false;
      }
    };
    try {
      await Promise.all(Array.from({ length: CONNECTIONS }, take));
      return isReachable;
    } finally {
      clearInterval(holdOn);
    }
  }

  private async send(org: Org, server: MailServer, transport: Transporter, { mail, holder }: { mail: Mail; holder: string }): Promise<Attempt> {
    const attempt = await this.handOver(org, server, transport, mail);
    const retryIn = attempt.outcome === 'failed' ? backOff(mail.attempts + 1) : undefined;
    await this.outbox.note(org, mail, attempt, { holder, sentFrom: server.from.address, ...(retryIn !== undefined && { retryIn }) });
    return attempt;
  }

  /** Consent counts as it is now: whoever withdrew it while the mail waited does not get it. */
  private async handOver(org: Org, server: MailServer, transport: Transporter, mail: Mail): Promise<Attempt> {
    const { purpose, toAddress: address } = mail;
    if (purpose === null) return sendMail(transport, server, await this.links.add(org, mail));
    if (!(await this.withdrawals.isAgreed(org, { address, purpose }))) return { outcome: 'refused', failure: noConsent(purpose), server: `${server.host}:${server.port}`, milliseconds: 0 };
    return sendMail(transport, server, withUnsubscribe(mail, this.withdrawals.addressFor(org, { address, purpose })));
  }
}

/** Of the sender: Message-IDs are unique under it. */
function domainOf({ from }: MailServer): string {
  return from.address.slice(from.address.lastIndexOf('@') + 1);
}
