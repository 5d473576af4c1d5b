import type { ObjectModel } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';

/** Those of the records that are held at the moment: neither an erasure nor a retention rule touches them. */
export async function heldRecords(tx: OrgTransaction, object: Pick<ObjectModel, 'id'>, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.run<{ id: string }>(sql`select distinct record_id as id from ${orgTable(tx.org.schema, 'hold')} where object = ${object.id} and record_id = any(${[...ids]}::uuid[]) and lifted_at is null`);
  return new Set(rows.map(({ id }) => id));
}
