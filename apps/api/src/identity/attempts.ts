import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { OrgDatabase } from '../database/org-database.js';
import { PgSession } from '../database/pg-session.js';

/** Something that may be right or wrong, at an account, from a network. */
export interface Attempt {
  readonly address: string;
  /** What is tried: an e-mail address, or `factor:<user id>` and the like for what is counted apart. */
  readonly account: string;
  /** A device that its person has signed in on before: counted alone, whatever others do. */
  readonly device?: string;
}

export interface BegunAttempt {
  /** There were too many: seconds until the next one is heard. */
  readonly waitSeconds?: number;
  /** Of strangers at this account lately, this one among them. */
  readonly failures: number;
}

interface Bucket {
  readonly key: string;
  /** Failures that cost nothing; each one more doubles the wait. */
  readonly free: number;
  /** Seconds after which one failure is forgotten. */
  readonly forgets: number;
  readonly firstWait: number;
  readonly longestWait: number;
}

/** Strangers' failures at one account from which on each network has fewer that cost nothing. */
const UNDER_ATTACK = 50;
const COUNTED_FOR = 1_800;

/**
 * Counts what was tried and was not right, for all processes. An account alone is never stopped, so nobody can keep somebody
 * else out: a network is stopped for one account soon, for all accounts later, and a known device has an allowance of its own.
 */
@Injectable()
export class Attempts {
  private readonly session: PgSession;

  constructor(database: OrgDatabase) {
    this.session = new PgSession(database.pool);
  }

  /** Takes note of an attempt before its outcome is known, so that many at once do not slip through. */
  async begin(attempt: Attempt): Promise<BegunAttempt> {
    const failures = await this.levelOf(accountKey(attempt));
    for (const bucket of bucketsFor(attempt, failures >= UNDER_ATTACK)) {
      const waitSeconds = await this.fill(bucket);
      if (waitSeconds !== undefined) return { waitSeconds, failures };
    }
    return { failures: attempt.device === undefined ? await this.countStranger(attempt) : failures };
  }

  /** The attempt was right: it does not count, and what failed before from there is forgotten. */
  async forgive(attempt: Attempt): Promise<void> {
    const { address, device } = attempt;
    const [own, others] = device === undefined ? [pairKey(attempt), [networkKey(address), accountKey(attempt)]] : [deviceKey(attempt), []];
    await this.session.run(sql`delete from guanxi.attempt where key = ${own}`);
    await this.session.run(sql`update guanxi.attempt set level = greatest(level - 1, 0), wait_until = null where key = any(${others}::text[])`);
  }

  async forgetOld(): Promise<void> {
    await this.session.run(sql`delete from guanxi.attempt where at < now() - interval '2 days'`);
  }

  /** Seconds to wait, or undefined when it was counted. */
  private async fill({ key, free, forgets, firstWait, longestWait }: Bucket): Promise<number | undefined> {
    const level = sql`greatest(a.level - extract(epoch from now() - a.at) / ${forgets}::float8, 0) + 1`;
    const [filled] = await this.session.run(sql`insert into guanxi.attempt as a (key, level, at) values (${key}, 1, now())
      on conflict (key) do update set level = ${level}, at = now(), wait_until = case when round(${level}) >= ${free}::integer
        then now() + least(${firstWait}::float8 * power(2, least(round(${level}) - ${free}::integer, 20)), ${longestWait}::float8) * interval '1 second' end
      where a.wait_until is null or a.wait_until <= now() returning key`);
    if (filled) return undefined;
    const [row] = await this.session.run<{ seconds: number }>(sql`select greatest(ceil(extract(epoch from wait_until - now())), 1)::integer as seconds from guanxi.attempt where key = ${key}`);
    return row?.seconds ?? 1;
  }

  private async countStranger(attempt: Attempt): Promise<number> {
    const [row] = await this.session.run<{ level: number }>(sql`insert into guanxi.attempt as a (key, level, at) values (${accountKey(attempt)}, 1, now())
      on conflict (key) do update set level = greatest(a.level - extract(epoch from now() - a.at) / ${COUNTED_FOR}::float8, 0) + 1, at = now() returning round(level)::integer as level`);
    return row?.level ?? 1;
  }

  private async levelOf(key: string): Promise<number> {
    const [row] = await this.session.run<{ level: number }>(sql`select round(greatest(level - extract(epoch from now() - at) / ${COUNTED_FOR}::float8, 0))::integer as level from guanxi.attempt where key = ${key}`);
    return row?.level ?? 0;
  }
}

function bucketsFor(attempt: Attempt, isUnderAttack: boolean): readonly Bucket[] {
  const alone = { free: isUnderAttack ? 3 : 10, forgets: 1_800, firstWait: 60, longestWait: 3_600 };
  if (attempt.device !== undefined) return [{ ...alone, free: 10, key: deviceKey(attempt), longestWait: 900 }];
  return [{ ...alone, key: pairKey(attempt) }, { key: networkKey(attempt.address), free: 100, forgets: 6, firstWait: 60, longestWait: 600 }];
}

/** Addresses and accounts of people are not left lying about in a table that outlives them. */
function hashKey(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

const pairKey = ({ address, account }: Attempt): string => hashKey('pair', networkOf(address), account);
const networkKey = (address: string): string => hashKey('network', networkOf(address));
const accountKey = ({ account }: Attempt): string => hashKey('account', account);
const deviceKey = ({ device = '', account }: Attempt): string => hashKey('device', device, account);

/** One household has a whole /64 of IPv6 addresses. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1);
  const [before = '', after] = address.split('::');
  const groups = before === '' ? [] : before.split(':');
  const rest = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? [] : Array<string>(Math.max(8 - groups.length - rest.length, 0)).fill('0');
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':');
}
