import type { Model } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';
import { erasePerson } from './erase-person.js';
import { replaceAgain } from './replace-again.js';

/** Erases again, in an org that came out of a backup, whoever was erased in the one that it replaces, and takes over what people had asked for. */
export async function eraseAgain(tx: OrgTransaction, present: Org, model: Model, at: Date): Promise<number> {
  const { schema } = tx.org;
  for (const table of ['privacyRequest', 'erasure', 'replacedMention', 'hold'] as const) await tx.run(sql`insert into ${orgTable(schema, table)} select * from ${orgTable(present.schema, table)} on conflict do nothing`);
  // As long as it is known by which names.
  await replaceAgain(tx, model, at);
  const rows = await tx.run<{ object: string; recordId: string; requestId: string; actorId: string }>(sql`
    select object, record_id as "recordId", request_id as "requestId", actor_id as "actorId" from ${orgTable(schema, 'erasure')} order by at`);
  let count = 0;
  for (const { object: id, ...order } of rows) {
    const object = model.objectById.get(id);
    if (object && (await erasePerson(tx, model, { ...order, object, isRepeated: true }, at))) count += 1;
  }
  return count;
}
