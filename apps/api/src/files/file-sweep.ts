import { Injectable, Logger } from '@nestjs/common';
import { orgTable, recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { removedColumns } from '../database/removed-columns.js';
import { fileFields } from './file-fields.js';

/** A form may stay open for a day before the record that names the file is saved. */
const KEPT_FOR_MS = 24 * 3_600_000;
const BATCH = 500;

/** Removes files that are attached nowhere and that no record points to: neither one that is there or was deleted, nor a field that may still be brought back. */
@Injectable()
export class FileSweep {
  private readonly logger = new Logger('Files');

  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  /** Answers how many files were removed. */
  async sweep(org: Org): Promise<number> {
    const before = new Date(this.clock.now(org).getTime() - KEPT_FOR_MS);
    let removed = 0;
    for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
      const { count, end } = await this.database.transaction(org, (tx) => this.sweepBatch(tx, before, last));
      removed += count;
      if (end === undefined) break;
      last = end;
    }
    if (removed > 0) this.logger.log(`${removed} files that nothing pointed to are gone from ${org.name}`);
    return removed;
  }

  private async sweepBatch(tx: OrgTransaction, before: Date, last: string): Promise<{ count: number; end: string | undefined }> {
    const file = orgTable(tx.org.schema, 'file');
    // Locked first and looked at afterwards: a record that comes to point to one of them from here on waits, and is refused.
    const held = await tx.run<{ id: string }>(sql`select id from ${file} where created_at < ${before}::timestamptz and id > ${last}::uuid order by id limit ${BATCH} for update skip locked`);
    if (held.length === 0) return { count: 0, end: undefined };
    const ids = held.map(({ id }) => id);
    const holders = await this.holders(tx);
    const free = holders.map((holder) => sql`and not exists (select from ${holder.table} as holder where holder.${sql.id(holder.column)} = file.id)`);
    const gone = await tx.run<{ id: string }>(sql`delete from ${file} as file where id = any(${ids}::uuid[]) ${sql.join(free, sql` `)} returning id`);
    return { count: gone.length, end: ids.at(-1) };
  }

  /** Every column that holds ids of files, those of removed fields and objects too. */
  private async holders(tx: OrgTransaction): Promise<readonly Holder[]> {
    const { model } = await this.models.current(tx.org);
    const removed = await removedColumns(tx, 'uuid');
    return [
      { table: orgTable(tx.org.schema, 'attachmentVersion'), column: 'file_id' },
      ...fileFields(model).map(({ object, field }) => ({ table: recordTable(tx.org.schema, object), column: field.column })),
      ...removed.map(({ table, column }) => ({ table: sql.id(tx.org.schema, table), column })),
    ];
  }
}

interface Holder {
  readonly table: RawBuilder<unknown>;
  readonly column: string;
}
