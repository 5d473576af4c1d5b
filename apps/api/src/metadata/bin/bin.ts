import { Injectable } from '@nestjs/common';
import type { BinnedField, ObjectDocument } from '@guanxi/metadata';
import { sql } from 'kysely';
import { OrgDatabase } from '../../database/org-database.js';
import { readSqlState, SqlState } from '../../database/sql-state.js';
import type { SqlSession } from '../../database/sql-session.js';
import type { Org } from '../../orgs/org.js';
import { DAYS_IN_BIN, isBinDue } from '../online/upkeep-due.js';

const LOCK_MILLISECONDS = 250;

/** A removed field or object that can be brought back. */
export type BinItem = {
  readonly id: string;
  readonly object: string;
  readonly tableName: string;
  readonly removedAt: Date;
  readonly removedBy: string | null;
  readonly revision: number;
} & ({ readonly kind: 'object'; readonly document: ObjectDocument } | { readonly kind: 'field'; readonly field: string; readonly columnName: string; readonly document: BinnedField });

/** What was removed from an org's model, kept aside with its values for some time. */
@Injectable()
export class Bin {
  constructor(private readonly database: OrgDatabase) {}

  /** Newest first. */
  async list(org: Org): Promise<readonly BinItem[]> {
    return this.database.session(org).run<BinItem>(sql`
      select id, kind, object, field, document, table_name as "tableName", column_name as "columnName", removed_at as "removedAt", removed_by as "removedBy", revision
      from ${sql.id(org.schema, '_removed')} order by removed_at desc, id`);
  }

  async find(org: Org, id: string): Promise<BinItem | undefined> {
    return (await this.list(org)).find((item) => item.id === id);
  }

  /** Whether records have come in since that would have no value. */
  async hasBlanks(org: Org, { tableName, columnName }: BinItem & { readonly kind: 'field' }): Promise<boolean> {
    const [answer] = await this.database.session(org).run<{ blank: boolean }>(sql`
      select exists (select 1 from ${sql.id(org.schema, tableName)} where ${sql.id(columnName)} is null) as blank`);
    return answer?.blank === true;
  }

  /** Drops for good what has been here long enough. A table in use is left for the next time. */
  async sweep(org: Org): Promise<void> {
    const removed = sql.id(org.schema, '_removed');
    const [answer] = await this.database.session(org).run<{ due: boolean }>(sql`select ${isBinDue(org)} as due`);
    if (!answer?.due) return;
    for (const item of await this.list(org)) {
      if (Date.now() - item.removedAt.getTime() < DAYS_IN_BIN * 86_400_000) continue;
      await this.database.transaction(org, async (tx) => {
        await tx.run({ text: "select set_config('lock_timeout', $1, true)", values: [String(LOCK_MILLISECONDS)] });
        const [still] = await tx.run(sql`delete from ${removed} where id = ${item.id} returning id`);
        if (still) await drop(tx, org, item);
      }).catch((error: unknown) => {
        if (readSqlState(error) !== SqlState.lockNotAvailable) throw error;
      });
    }
  }
}

async function drop(tx: SqlSession, org: Org, item: BinItem): Promise<void> {
  if (item.kind === 'field') {
    await tx.run(sql`alter table if exists ${sql.id(org.schema, item.tableName)} drop column if exists ${sql.id(item.columnName)}`);
    return;
  }
  await tx.run(sql`drop table if exists ${sql.id(org.schema, item.tableName)}`);
  await tx.run(sql`delete from ${sql.id(org.schema, '_removed')} where kind = 'field' and table_name = ${item.tableName}`);
}
