import type { Logger } from '@nestjs/common';
import type { Org } from '../orgs/org.js';
import type { FeedPosition } from './cursor.js';
import type { ChangeFeed } from './feed.js';
import type { FeedBatch } from './feed-hub.js';

const PAGE = 500;
/** When nobody was woken: a safety net, as announcements may be lost. */
const POLL_MILLISECONDS = 3_000;
/** Looking costs more while a long transaction is at work: it takes a fifth of the time at most. */
const REST_PER_LOOK = 4;
const AFTER_FAILURE = 1_000;

type Listener = (batch: FeedBatch) => void;

/** Reads the end of one org's feed as it grows, as long as anybody listens. */
export class FeedTail {
  private readonly listeners = new Set<Listener>();
  private readonly beginning: Promise<void>;
  private isWoken = false;
  private isStopped = false;
  private proceed = (): void => undefined;

  constructor(
    private readonly org: Org,
    private readonly feed: ChangeFeed,
    private readonly logger: Logger,
    private readonly onEnd: () => void,
  ) {
    let begin = (): void => undefined;
    this.beginning = new Promise((resolve) => (begin = resolve));
    void this.run(begin);
  }

  /** When every change that commits from now on will be heard. */
  begun(): Promise<void> {
    return this.beginning;
  }

  join(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stop();
    };
  }

  wake(): void {
    this.isWoken = true;
    this.proceed();
  }

  stop(): void {
    if (this.isStopped) return;
    this.isStopped = true;
    this.onEnd();
    this.proceed();
  }

  private async run(begin: () => void): Promise<void> {
    const position = await this.findHead();
    begin();
    if (position) await this.follow(position);
  }

  private async follow(start: FeedPosition): Promise<void> {
    let position = start;
    while (!this.isStopped) {
      this.isWoken = false;
      try {
        const began = performance.now();
        const page = await this.feed.read(this.org, position, PAGE);
        position = page.end;
        if (page.rows.length > 0) for (const listener of this.listeners) listener({ ...page, stretch: page });
        if (page.hasMore) continue;
        await new Promise((resolve) => setTimeout(resolve, (performance.now() - began) * REST_PER_LOOK));
        await this.rest(POLL_MILLISECONDS);
      } catch (error) {
        this.logger.warn(`The changes of org ${this.org.id} could not be read; trying again. ${String(error)}`);
        await this.rest(AFTER_FAILURE);
      }
    }
  }

  private async findHead(): Promise<FeedPosition | undefined> {
    while (!this.isStopped) {
      try {
        return await this.feed.head(this.org);
      } catch (error) {
        this.logger.warn(`The changes of org ${this.org.id} could not be read; trying again. ${String(error)}`);
        await this.rest(AFTER_FAILURE);
      }
    }
    return undefined;
  }

  private rest(milliseconds: number): Promise<void> {
    if (this.isWoken || this.isStopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.proceed = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
