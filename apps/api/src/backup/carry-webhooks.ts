import { sql } from 'kysely';
import { orgTable } from '@guanxi/query';
import { writeCursor } from '../changes/cursor.js';
import { readSnapshot } from '../changes/snapshot.js';
import type { SqlSession } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';
import { RESUMED } from '../webhooks/delivery-log.js';

/**
 * Webhooks that are at work in the org that is replaced are the same ones, not those of a copy: they go on from the restore on, and
 * their logs say so. The others keep a cursor of another age, by which the deliverer pauses them.
 */
export async function carryWebhooks(session: SqlSession, present: Org, restored: Org): Promise<void> {
  const [state] = await session.run<{ epoch: string; own: string }>(sql`select epoch, pg_current_xact_id()::text as own from ${orgTable(restored.schema, 'feed')}`);
  if (!state) throw new Error(`The feed of ${restored.schema} has no state.`);
  // The whole history is in the restore's own transaction, which its own snapshot would not count as ended.
  const next = String(BigInt(state.own) + 1n);
  const seen = readSnapshot(`${next}:${next}:`);
  const cursor = writeCursor(state.epoch, seen ? { seen } : {});
  await session.run(sql`
    with carried as (
      update ${orgTable(restored.schema, 'webhook')} w set cursor = ${cursor}, paused_because = null, attempts = 0, next_attempt_at = null, failing_since = null, held_by = null, held_until = null
      from ${orgTable(present.schema, 'webhook')} p where p.id = w.id and p.url = w.url and p.active and p.paused_because is null and w.active returning w.id
    )
    insert into ${orgTable(restored.schema, 'delivery')} (id, webhook_id, message_id, type, status, attempts, body, milliseconds, at)
    select gen_random_uuid(), id, 'note_' || gen_random_uuid(), ${RESUMED.type}, 'note', 0, ${RESUMED.body}, 0, now() from carried`);
}
