import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { OrgTransaction } from '../../database/sql-session.js';
import { wakeParents } from '../note-success.js';
import { releaseEnded } from '../people/release-ended.js';

/** Ends runs that have not begun their first step, of those that the condition on `run` picks. */
export async function endWaiting(tx: OrgTransaction, which: RawBuilder<unknown>, now: Date): Promise<void> {
  await endRuns(tx, sql`run.status = 'waiting' and run.step = 0 and run.attempts = 0 and ${which}`, now);
}

/**
 * Ends runs that are not at their end, with the runs they have begun; whoever waits for one of them goes on. What their steps
 * have done stays. A run that a worker is at is ended when that step is done. Answers how many the condition picked.
 */
export async function endRuns(tx: OrgTransaction, which: RawBuilder<unknown>, now: Date): Promise<number> {
  const run = orgTable(tx.org.schema, 'run');
  const picked = await tx.run<{ id: string; parent_id: string | null }>(sql`
    update ${run} as run set status = 'cancelled', next_attempt_at = null, finished_at = ${now}::timestamptz, woken = null
    where run.status not in ('done', 'cancelled') and ${which} returning run.id, run.parent_id`);
  if (picked.length === 0) return 0;
  const ended = new Set(picked.map(({ id }) => id));
  await tx.run(sql`with recursive below(id) as (
      select child.id from ${run} as child where child.parent_id = any(${[...ended]}::uuid[])
      union all select child.id from below join ${run} as child on child.parent_id = below.id
    )
    update ${run} as run set status = 'cancelled', next_attempt_at = null, finished_at = ${now}::timestamptz, woken = null
    from below where run.id = below.id and run.status not in ('done', 'cancelled')`);
  await releaseEnded(tx, now);
  // A parent that was ended too waits for nobody any more.
  await wakeParents(tx, picked.filter(({ parent_id: parent }) => parent !== null && !ended.has(parent)), now);
  return picked.length;
}
