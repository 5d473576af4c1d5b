import type { ObjectModel } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';

/** Those of some records that are on hold, or belong as a part to one that is: nothing may erase them. */
export async function heldRecords(tx: Pick<OrgTransaction, 'run' | 'org'>, object: ObjectModel, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { schema } = tx.org;
  const masters = object.fields.filter(({ type, storage }) => type === 'masterDetail' && storage === 'column').map(({ column }) => sql`r.${sql.id(column)}`);
  const rows = await tx.run<{ id: string }>(sql`
    select r.id from ${recordTable(schema, object)} r where r.id = any(${[...ids]}::uuid[])
      and exists (select from ${orgTable(schema, 'hold')} h where h.lifted_at is null and h.record_id in (${sql.join([sql`r.id`, ...masters])}))`);
  return new Set(rows.map(({ id }) => id));
}
