import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { Clock } from '../../config/clock.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import type { ModelSource } from '../active-workflow.js';
import { endMet, type OpenMilestone } from './end-met.js';
import { moveMoments } from './wake-moments.js';

/** Looks at the clocks on records that have changed: those whose condition has become true end. */
export async function stopMetMilestones(tx: OrgTransaction, historyIds: readonly string[], models: ModelSource, clock: Clock): Promise<void> {
  if (historyIds.length === 0) return;
  const open = await tx.run<OpenMilestone>(sql`
    select milestone.id, milestone.object, milestone.record_id as record, milestone.revision, milestone.done_when, milestone.started_at
    from ${orgTable(tx.org.schema, 'milestone')} as milestone
    where milestone.ended_at is null and milestone.done_when is not null and exists (
      select from ${orgTable(tx.org.schema, 'history')} as history where history.id = any(${historyIds}::bigint[]) and history.record_id = milestone.record_id and history.object = milestone.object)
    order by milestone.id for update of milestone`);
  const ended = await endMet(tx, open, { models, clock });
  const now = clock.now(tx.org).toISOString();
  await moveMoments(tx, [...ended.keys()].map((id) => ({ id, warning: now, violated: now })));
}
