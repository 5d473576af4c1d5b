import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { OrgDatabase } from '../database/org-database.js';
import { PgSession } from '../database/pg-session.js';

/** What automation has before it, over all orgs. */
export interface AutomationSum {
  readonly parked: number;
  readonly ready: number;
  /** How long the run has waited that has waited longest, in seconds. */
  readonly latestSeconds: number;
}

/** Orgs asked in one statement. */
const AT_ONCE = 100;
/** Whoever asks more often is told the same. */
const BELIEVED_MILLISECONDS = 15_000;

/** Sums over the orgs' tables by their indexes of runs that are parked, and of those that have something before them. */
@Injectable()
export class AutomationSums {
  private held: { readonly sum: Promise<AutomationSum>; readonly at: number } | undefined;

  constructor(private readonly database: OrgDatabase) {}

  read(): Promise<AutomationSum> {
    if (this.held && Date.now() - this.held.at < BELIEVED_MILLISECONDS) return this.held.sum;
    const sum = this.ask();
    this.held = { sum, at: Date.now() };
    sum.catch(() => (this.held = undefined));
    return sum;
  }

  private async ask(): Promise<AutomationSum> {
    const session = new PgSession(this.database.pool);
    const schemas = (await session.run<{ schema: string }>(sql`select schema from guanxi.org where clock is null order by id`)).map(({ schema }) => schema);
    const all: AutomationSum[] = [];
    for (let from = 0; from < schemas.length; from += AT_ONCE) {
      const parts = schemas.slice(from, from + AT_ONCE).map((schema) => sql`select
        (select count(*) from ${orgTable(schema, 'run')} where status = 'failed') as parked, waiting.count as ready, waiting.seconds
        from (select count(*), coalesce(extract(epoch from now() - min(next_attempt_at)), 0) as seconds from ${orgTable(schema, 'run')} where next_attempt_at <= now()) as waiting`);
      all.push(...(await session.run<AutomationSum>(sql`select sum(parked)::int as parked, sum(ready)::int as ready, max(seconds)::float8 as "latestSeconds" from (${sql.join(parts, sql` union all `)}) as org`)));
    }
    return all.reduce((sum, one) => ({ parked: sum.parked + one.parked, ready: sum.ready + one.ready, latestSeconds: Math.max(sum.latestSeconds, one.latestSeconds) }), { parked: 0, ready: 0, latestSeconds: 0 });
  }
}
