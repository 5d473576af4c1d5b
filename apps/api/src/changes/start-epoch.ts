import { randomBytes } from 'node:crypto';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';
import { readCursor, writeCursor } from './cursor.js';

interface NewEpoch {
  /** The cluster that counts transactions from now on; null lets the next reader note it. */
  readonly place: string | null;
  /** The history carries transaction ids of another cluster: they are set to zero, which comes before all of this one. */
  readonly renumber: boolean;
}

/**
 * Begins a new age of the feed: cursors from before are refused. Where transaction ids go on as before, webhooks go on
 * where they were; in another cluster, which may be a copy to try things in, they stand still until an admin lets them go on.
 */
export async function startEpoch(tx: OrgTransaction, { place, renumber }: NewEpoch): Promise<string> {
  const { schema } = tx.org;
  const epoch = randomBytes(4).toString('hex');
  if (renumber) await tx.run(sql`update ${orgTable(schema, 'history')} set xact = '0' where xact <> '0'`);
  else await carryWebhooks(tx, epoch);
  await tx.run(sql`update ${orgTable(schema, 'feed')} set epoch = ${epoch}, place = ${place}`);
  return epoch;
}

async function carryWebhooks(tx: OrgTransaction, epoch: string): Promise<void> {
  const webhook = orgTable(tx.org.schema, 'webhook');
  for (const { id, cursor } of await tx.run<{ id: string; cursor: string }>(sql`select id, cursor from ${webhook} for update`)) {
    const position = readCursor(cursor)?.position;
    if (position) await tx.run(sql`update ${webhook} set cursor = ${writeCursor(epoch, position)} where id = ${id}::uuid`);
  }
}
