import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { Org } from '../orgs/org.js';
import { ShareRows } from './share-rows.js';

const AT_ONCE = 500;

/** Puts away the shares whose time is over. Nobody sees a record by them any more: statements look at the time themselves. */
@Injectable()
export class ShareSweep {
  constructor(
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
  ) {}

  /** Answers how many it were. */
  async sweep(org: Org): Promise<number> {
    let swept = 0;
    for (let found = AT_ONCE; found === AT_ONCE; swept += found) {
      found = await this.database.transaction(org, async (tx) => {
        const rows = new ShareRows(tx, org.schema);
        const now = this.clock.now(org);
        const over = await rows.over(now, AT_ONCE);
        await rows.remove(over, 'expired', null, now);
        return over.length;
      });
    }
    return swept;
  }
}
