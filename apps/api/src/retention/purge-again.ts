import { rollUpBackfill, rollUpsInOrder, type Model } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';
import { findKeptBack } from './find-kept-back.js';
import { purgeRecords } from './perform-deed.js';

/** Records that went for good go again from an org that came out of a backup; what rules did in the one that it replaces stays known. */
export async function purgeAgain(tx: OrgTransaction, present: Org, model: Model, at: Date): Promise<number> {
  const { schema } = tx.org;
  for (const table of ['retentionRun', 'purged'] as const) await tx.run(sql`insert into ${orgTable(schema, table)} select * from ${orgTable(present.schema, table)} on conflict do nothing`);
  const rows = await tx.run<{ object: string; runId: string; purged: readonly string[] }>(sql`select object, run_id as "runId", array_agg(record_id) as purged from ${orgTable(schema, 'purged')} group by 1, 2`);
  let count = 0;
  for (const { object: id, runId, purged } of rows) {
    const object = model.objectById.get(id);
    if (!object) continue;
    const back = await tx.run<{ id: string }>(sql`select id from ${recordTable(schema, object)} where id = any(${[...purged]}::uuid[])`);
    const ids = back.map((row) => row.id);
    // What points to it came back as well and may be needed: such a record stays, and the rule meets it again.
    const kept = await findKeptBack({ session: tx, schema, model, object }, 'purge', ids);
    const going = ids.filter((one) => !kept.has(one));
    await purgeRecords(tx, model, object, { ids: going, runId, at });
    count += going.length;
  }
  if (count > 0) await sumUp(tx, model);
  return count;
}

/** What records add up is worked out anew: they were sums of what is gone again. */
async function sumUp(tx: OrgTransaction, model: Model): Promise<void> {
  const place = { schema: tx.org.schema, timeZone: tx.org.timeZone };
  for (const { object, field } of rollUpsInOrder(model)) for (const statement of rollUpBackfill(model, object, field, place)) await tx.run(statement);
}
