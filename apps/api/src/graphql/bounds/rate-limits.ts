import { createHash } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { Settings } from '../../config/settings.js';
import { connectRedis } from '../../queue/connect-redis.js';
import { RecordsFailure } from '../failure.js';

const WINDOW = 60_000;
const MOST_ACCOUNTS = 50_000;
/** How long points may be known to this process alone. */
const TELL_EVERY = 250;

interface Account {
  spent: number;
  endsAt: number;
  /** Not told to the other processes yet. */
  untold: number;
  toldAt: number;
  telling: boolean;
}

/** What processes count together. */
export interface SharedCount {
  /** Adds points and answers how many there are in the present minute, and for how many milliseconds it lasts. */
  add(account: string, points: number): Promise<{ readonly spent: number; readonly remaining: number }>;
  close(): void;
}

/** Counts the points that each key and each signed-in person spends in a minute. Looking and counting is one step in memory. */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly logger = new Logger(RateLimits.name);
  private readonly accounts = new LRUCache<string, Account>({ max: MOST_ACCOUNTS });
  private readonly shared: SharedCount | undefined;
  private readonly limit: number;

  constructor({ rateLimit, redisUrl }: Settings) {
    this.limit = rateLimit;
    this.shared = redisUrl && rateLimit > 0 ? shareOver(redisUrl) : undefined;
  }

  /** Throws `RATE_LIMITED` when the minute's points are spent already; what goes beyond them is still let through once. */
  spend(name: string, points: number): void {
    if (this.limit === 0) return;
    const now = Date.now();
    const account = this.find(name, now);
    if (account.spent >= this.limit) throw refuse(account.endsAt - now, this.limit);
    account.spent += points;
    account.untold += points;
    if (this.shared && !account.telling && now - account.toldAt >= TELL_EVERY) void this.tell(name, account, this.shared, now);
  }

  onApplicationShutdown(): void {
    this.shared?.close();
  }

  private find(name: string, now: number): Account {
    const known = this.accounts.get(name);
    if (!known) {
      const made = { spent: 0, endsAt: now + WINDOW, untold: 0, toldAt: 0, telling: false };
      this.accounts.set(name, made);
      return made;
    }
    if (now >= known.endsAt) Object.assign(known, { spent: known.untold, endsAt: now + WINDOW });
    return known;
  }

  private async tell(name: string, account: Account, shared: SharedCount, now: number): Promise<void> {
    const points = account.untold;
    Object.assign(account, { untold: 0, toldAt: now, telling: true });
    try {
      const { spent, remaining } = await shared.add(createHash('sha256').update(name).digest('hex'), points);
      // What was spent while the answer was on its way is not in it.
      Object.assign(account, { spent: spent + account.untold, endsAt: Date.now() + remaining });
    } catch (error) {
      this.logger.warn(`Rate limits are counted by each process alone for now: ${String(error)}`);
    } finally {
      account.telling = false;
    }
  }
}

function refuse(milliseconds: number, limit: number): RecordsFailure {
  const retryAfter = Math.max(1, Math.ceil(milliseconds / 1_000));
  return new RecordsFailure('RATE_LIMITED', `More than ${limit} points were spent within a minute. Go on in ${retryAfter} seconds.`, { retryAfter, limit });
}

function shareOver(redisUrl: string): SharedCount {
  const redis = connectRedis(redisUrl);
  redis.on('error', () => undefined);
  const prefix = new URL(redisUrl).searchParams.get('prefix') || 'guanxi';
  const limiter = new RateLimiterRedis({ storeClient: redis, keyPrefix: `${prefix}:rate`, points: 1, duration: WINDOW / 1_000 });
  return {
    add: async (account, points) => {
      const { consumedPoints, msBeforeNext } = await limiter.penalty(account, points);
      return { spent: consumedPoints, remaining: msBeforeNext };
    },
    close: () => redis.disconnect(),
  };
}
