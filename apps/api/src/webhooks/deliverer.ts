import { Injectable, Logger } from '@nestjs/common';
import { v4 as uuid } from 'uuid';
import { Actors } from '../access/actors.js';
import type { Actor } from '../access/actor.js';
import { ChangePages } from '../changes/change-pages.js';
import { BEGINNING, readCursor, writeCursor, type FeedPosition } from '../changes/cursor.js';
import { ChangeFeed, positionOf, type FeedPage } from '../changes/feed.js';
import { Clock } from '../config/clock.js';
import { Settings } from '../config/settings.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { backOff } from './back-off.js';
import { DeliveryLog } from './delivery-log.js';
import { makeMessages } from './make-messages.js';
import { OwnerReads, SubjectFailure } from './owner-reads.js';
import { PauseNotices } from './pause-notices.js';
import { sendMessage } from './send-message.js';
import { until, WebhookStore } from './webhook-store.js';
import type { Attempt, Message, PauseReason, Webhook } from './webhook.js';

const PAGE = 50;
/** Longer than one message may take. After a worker was killed its webhooks rest for this long. */
const HOLD_MILLISECONDS = 20_000;
/** One org's webhooks must not keep a worker from the others'. */
const WORK_MILLISECONDS = 10_000;
const AT_A_TIME = 8;
const GONE = 410;

/**
 * Sends what the feed tells, each webhook from its own cursor on and one message after another. The cursor moves when
 * the receiver has taken a message, so a worker may die at any moment: the next one sends that message again under
 * the same id. No transaction is open while a receiver is waited for.
 */
@Injectable()
export class Deliverer {
  private readonly logger = new Logger(Deliverer.name);

  constructor(
    private readonly store: WebhookStore,
    private readonly log: DeliveryLog,
    private readonly feed: ChangeFeed,
    private readonly pages: ChangePages,
    private readonly records: OwnerReads,
    private readonly actors: Actors,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly notices: PauseNotices,
    private readonly settings: Settings,
  ) {}

  /** Answers whether something is left to be sent at once. */
  async work(org: Org): Promise<boolean> {
    const stop = Date.now() + WORK_MILLISECONDS;
    const waiting = [...(await this.store.due(org))];
    let isLeft = false;
    const take = async (): Promise<void> => {
      for (let webhook = waiting.shift(); webhook; webhook = waiting.shift()) {
        try {
          isLeft = (await this.serve(org, webhook, stop)) || isLeft;
        } catch (error) {
          this.logger.error(`The webhook ${webhook.id} of org ${org.id} could not be served; it is tried again. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, take));
    return isLeft;
  }

  /** Sends until there is nothing more, or a message does not go through. */
  private async serve(org: Org, due: Webhook, stop: number): Promise<boolean> {
    const { id, cursor } = due;
    const epoch = await this.feed.epoch(org);
    // A restored org may be a copy: its messages must not surprise those who get the original's.
    if (readCursor(cursor)?.epoch !== epoch) return (await this.pause(org, due, { code: 'restored' })) !== 'paused';
    // Most looks find nothing: then nothing is written either.
    const { rows } = await this.feed.read(org, positionIn(cursor), 1);
    if (rows.length === 0) return false;
    const holder = uuid();
    const webhook = await this.store.hold(org, id, holder, HOLD_MILLISECONDS);
    if (!webhook) return false;
    let { attempts } = webhook;
    let position = positionIn(webhook.cursor);
    for (;;) {
      const page = await this.feed.read(org, position, PAGE);
      const messages = await this.messages(org, webhook, page);
      if (messages === 'paused') return false;
      for (const row of page.rows) {
        const message = messages.get(row.id);
        if (!message) continue;
        const from = row.operationId === null ? [] : await this.feed.originsOf(org, row.operationId);
        const attempt = await sendMessage(webhook, message, this.settings.webhookAllow, { from });
        if (!attempt.ok) {
          await this.noteFailure(org, webhook, { message, attempt, attempts: attempts + 1, holder });
          return false;
        }
        attempts = 0;
        const cursor = writeCursor(epoch, positionOf(row, page.window));
        if (!(await this.log.noteInLine(org, id, message, attempt, { holder, holdMilliseconds: HOLD_MILLISECONDS, cursor }))) return true;
        if (Date.now() >= stop && row !== page.rows.at(-1)) return this.release(org, id, holder, cursor, true);
      }
      position = page.end;
      if (!page.hasMore || Date.now() >= stop) return this.release(org, id, holder, writeCursor(epoch, position), page.hasMore);
    }
  }

  private async messages(org: Org, webhook: Webhook, page: FeedPage): Promise<ReadonlyMap<string, Message> | 'paused'> {
    const owner = await this.actors.forUser(org, webhook.ownerId, 'api');
    if (!owner) return this.pause(org, webhook, { code: 'noOwner' });
    const { model } = await this.models.current(org);
    try {
      return await makeMessages(webhook, page.rows, { owner: ownerOf(owner), model, reads: this.pages.readsOf(org, { stretch: page }), records: this.records });
    } catch (error) {
      if (error instanceof SubjectFailure) return this.pause(org, webhook, { code: 'subject', fault: error.message });
      throw error;
    }
  }

  private async noteFailure(org: Org, webhook: Webhook, { message, attempt, attempts, holder }: { message: Message; attempt: Attempt; attempts: number; holder: string }): Promise<void> {
    const wait = attempt.status === GONE ? undefined : backOff(attempts, attempt.retryAfterMilliseconds);
    const pause: PauseReason | undefined = wait === undefined ? { code: attempt.status === GONE ? 'gone' : 'failing' } : undefined;
    const failure = { attempts, nextAttemptAt: wait === undefined ? null : until(this.clock.now(org), wait), pausedBecause: pause ? JSON.stringify(pause) : null };
    await this.log.noteInLine(org, webhook.id, message, attempt, { holder, holdMilliseconds: 0, failure });
    if (pause) await this.notices.send(org, webhook, pause);
  }

  private async pause(org: Org, webhook: Webhook, because: PauseReason): Promise<'paused'> {
    await this.store.pause(org, webhook.id, because);
    await this.notices.send(org, webhook, because);
    return 'paused';
  }

  private async release(org: Org, id: string, holder: string, cursor: string, isLeft: boolean): Promise<boolean> {
    await this.store.release(org, id, holder, cursor);
    return isLeft;
  }
}

function positionIn(cursor: string): FeedPosition {
  return readCursor(cursor)?.position ?? BEGINNING;
}

/** What is sent is in the org's language, whoever owns the webhook. */
function ownerOf(owner: Actor): Actor {
  return { ...owner, locale: owner.org.locale, timeZone: owner.org.timeZone };
}
