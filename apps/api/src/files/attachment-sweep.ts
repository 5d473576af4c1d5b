import { Injectable, Logger } from '@nestjs/common';
import { orgTable, recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';

/** As long as an undo. */
const KEPT_FOR_MS = 30 * 24 * 3_600_000;

/** Forgets files that were removed long ago, and those of records that are gone for good. What is only in the bin stays as it is. */
@Injectable()
export class AttachmentSweep {
  private readonly logger = new Logger('Files');

  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  /** Answers how many files were forgotten; their content goes with the next sweep of files. */
  async sweep(org: Org): Promise<number> {
    const before = new Date(this.clock.now(org).getTime() - KEPT_FOR_MS);
    const count = await this.database.transaction(org, async (tx) => {
      const removed = await this.forget(tx, sql`deleted_at < ${before}::timestamptz`);
      return removed + (await this.forgetOrphans(tx));
    });
    if (count > 0) this.logger.log(`${count} attached files are gone from ${org.name}: removed 30 days ago, or of records that are no more`);
    return count;
  }

  private async forgetOrphans(tx: OrgTransaction): Promise<number> {
    const { model } = await this.models.current(tx.org);
    const named = await tx.run<{ object: string }>(sql`select distinct object from ${orgTable(tx.org.schema, 'attachment')} where object is not null`);
    let count = 0;
    for (const { object: id } of named) {
      const object = model.objectById.get(id);
      // An object that was taken out of the model may be brought back with its records for a while.
      if (!object && (await this.isKeptAside(tx, id))) continue;
      const noRecord = object ? sql`and not exists (select from ${recordTable(tx.org.schema, object)} r where r.id = a.record_id)` : sql``;
      count += await this.forget(tx, sql`object = ${id} ${noRecord}`);
    }
    return count;
  }

  private async isKeptAside(tx: OrgTransaction, objectId: string): Promise<boolean> {
    const found = await tx.run(sql`select from ${orgTable(tx.org.schema, 'removed')} where kind = 'object' and object = ${objectId} limit 1`);
    return found.length > 0;
  }

  private async forget(tx: OrgTransaction, which: RawBuilder<unknown>): Promise<number> {
    const gone = await tx.run(sql`delete from ${orgTable(tx.org.schema, 'attachment')} a where ${which} returning id`);
    return gone.length;
  }
}
