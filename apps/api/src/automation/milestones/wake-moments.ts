import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { OrgTransaction } from '../../database/sql-session.js';

export interface MovedMoments {
  /** Of the milestone, which the caller holds. */
  readonly id: string;
  readonly warning: string | null;
  readonly violated: string | null;
}

/**
 * Sets when the runs that stand for moments are looked at next; null: not before somebody says so. A run that a worker
 * holds at this moment is passed over: it waits for the milestone and then sees for itself.
 */
export async function moveMoments(tx: OrgTransaction, moved: readonly MovedMoments[]): Promise<void> {
  if (moved.length === 0) return;
  const run = orgTable(tx.org.schema, 'run');
  const rows = moved.flatMap(({ id, warning, violated }) => [{ occasion: `${id}/warning`, at: warning }, { occasion: `${id}/violated`, at: violated }]);
  await tx.run(sql`with moved as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as moved(occasion text, at timestamptz)
    ), free as (
      select run.id, moved.at from moved join ${orgTable(tx.org.schema, 'milestone')} as milestone on milestone.id = split_part(moved.occasion, '/', 1)::uuid
      join ${run} as run on run.workflow_id = milestone.workflow_id and run.record_id = milestone.record_id and run.occasion = moved.occasion
      where run.status = 'resting' for update of run skip locked
    )
    update ${run} as run set next_attempt_at = free.at from free where run.id = free.id`);
}
