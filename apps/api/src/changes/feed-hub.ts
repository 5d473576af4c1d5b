import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Announcements } from '../database/announcements.js';
import type { Org } from '../orgs/org.js';
import type { FeedPosition } from './cursor.js';
import { CHANGES_TOPIC } from './change-announcer.js';
import { ChangeFeed, type FeedPage } from './feed.js';
import { hadEnded, isEarlier, type Snapshot } from './snapshot.js';
import { FeedTail } from './feed-tail.js';

/** Changes in the order of the feed; all followers of an org get the same object for the same stretch. */
export interface FeedBatch extends Pick<FeedPage, 'rows' | 'end' | 'window'> {
  readonly stretch: object;
}

const PAGE = 500;
/** A follower that has this many stretches waiting reads for itself until it has caught up. */
const MOST_WAITING = 100;

/** One reader of each org's feed in this process, for everybody who follows it. */
@Injectable()
export class FeedHub implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(FeedHub.name);
  private readonly tails = new Map<string, FeedTail>();
  private readonly ending = new AbortController();

  constructor(
    private readonly feed: ChangeFeed,
    private readonly announcements: Announcements,
  ) {}

  onModuleInit(): void {
    this.announcements.on(CHANGES_TOPIC, ({ org }) => this.tails.get(String(org))?.wake());
    this.announcements.onGap(() => this.tails.forEach((tail) => tail.wake()));
  }

  /** Before the server waits for its connections to end. */
  beforeApplicationShutdown(): void {
    this.ending.abort();
    for (const tail of this.tails.values()) tail.stop();
    this.tails.clear();
  }

  /** Everything after a position, then what comes, until the signal ends it. Rows of other orgs never mix in. */
  async *follow(org: Org, after: FeedPosition, until: AbortSignal): AsyncGenerator<FeedBatch> {
    const signal = AbortSignal.any([until, this.ending.signal]);
    const waiting: FeedBatch[] = [];
    let isBehind = true;
    let wake = (): void => undefined;
    const stop = (): void => wake();
    signal.addEventListener('abort', stop);
    const tail = this.tail(org);
    const leave = tail.join((batch) => {
      if (waiting.length >= MOST_WAITING) {
        waiting.length = 0;
        isBehind = true;
      }
      waiting.push(batch);
      wake();
    });
    try {
      await tail.begun();
      let position = after;
      let caughtUp: Snapshot | undefined;
      while (!signal.aborted) {
        if (isBehind) {
          isBehind = false;
          for (let hasMore = true; hasMore && !signal.aborted; ) {
            const page = await this.feed.read(org, position, PAGE);
            position = page.end;
            hasMore = page.hasMore;
            if (page.rows.length > 0) yield { ...page, stretch: page };
          }
          caughtUp = position.seen;
          continue;
        }
        const batch = waiting.shift();
        if (!batch) {
          await new Promise<void>((resolve) => (wake = resolve));
          continue;
        }
        const rest = caughtUp ? beyond(caughtUp, batch) : batch;
        if (!rest) continue;
        position = rest.end;
        if (rest.rows.length > 0) yield rest;
      }
    } finally {
      signal.removeEventListener('abort', stop);
      leave();
    }
  }

  private tail(org: Org): FeedTail {
    const known = this.tails.get(org.id);
    if (known) return known;
    const tail = new FeedTail(org, this.feed, this.logger, () => this.tails.delete(org.id));
    this.tails.set(org.id, tail);
    return tail;
  }
}

/** What a batch tells beyond a snapshot: the tail's window may overlap what somebody has read by themselves. Undefined for nothing. */
function beyond(caughtUp: Snapshot, batch: FeedBatch): FeedBatch | undefined {
  const { seen, snapshot } = batch.window;
  if (!isEarlier(caughtUp, snapshot)) return undefined;
  if (seen && !isEarlier(seen, caughtUp)) return batch;
  const rows = batch.rows.filter((row) => !hadEnded(row.xact, caughtUp));
  const end = batch.end.window ? { seen: caughtUp, window: batch.end.window } : batch.end;
  return { rows, end, window: { seen: caughtUp, snapshot }, stretch: rows.length === batch.rows.length ? batch.stretch : rows };
}
