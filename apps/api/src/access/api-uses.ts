import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { Org } from '../orgs/org.js';

/** A field that a program has named in a request. */
export interface ApiUse {
  readonly object: string;
  readonly field: string;
}

const FLUSH_MILLISECONDS = 60_000;
const KEPT_DAYS = 90;

/** Counts how often programs use which field, in memory, and adds it to the org's table once a minute. */
@Injectable()
export class ApiUses implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(ApiUses.name);
  private counted = new Map<string, OrgCount>();
  /** Day on which an org's old counts were last dropped by this process. */
  private readonly swept = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.flush(), FLUSH_MILLISECONDS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** `uses` is the same list each time the same operation is asked: then this is one addition. */
  count(org: Org, uses: readonly ApiUse[]): void {
    if (uses.length === 0) return;
    const known = this.counted.get(org.id);
    const count = known ?? { org, times: new Map<readonly ApiUse[], number>() };
    if (!known) this.counted.set(org.id, count);
    count.times.set(uses, (count.times.get(uses) ?? 0) + 1);
  }

  /** Writes what was counted since the last time. What cannot be written is lost: it is only a count. */
  async flush(): Promise<void> {
    const counts = [...this.counted.values()];
    this.counted = new Map();
    for (const count of counts) {
      await this.write(count).catch((failure: unknown) => this.logger.warn(`The API uses of the org ${count.org.id} were not counted.`, failure));
    }
  }

  private async write({ org, times }: OrgCount): Promise<void> {
    const day = this.clock.now(org).toISOString().slice(0, 10);
    const table = sql.id(org.schema, '_api_use');
    const session = this.database.session(org);
    const rows = JSON.stringify(addUp(times));
    await session.run(sql`insert into ${table} (object, field, day, uses)
      select object, field, ${day}::date, uses from jsonb_to_recordset(${rows}::jsonb) as c(object text, field text, uses bigint) order by object, field
      on conflict (object, field, day) do update set uses = ${table}.uses + excluded.uses`);
    if (this.swept.get(org.id) === day) return;
    this.swept.set(org.id, day);
    await session.run(sql`delete from ${table} where day < ${day}::date - ${KEPT_DAYS}::integer`);
  }
}

interface OrgCount {
  readonly org: Org;
  readonly times: Map<readonly ApiUse[], number>;
}

function addUp(times: ReadonlyMap<readonly ApiUse[], number>): readonly (ApiUse & { readonly uses: number })[] {
  const sums = new Map<string, ApiUse & { uses: number }>();
  for (const [uses, count] of times) {
    for (const { object, field } of uses) {
      const key = `${object}.${field}`;
      const sum = sums.get(key) ?? { object, field, uses: 0 };
      sums.set(key, sum);
      sum.uses += count;
    }
  }
  return [...sums.values()];
}
