import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { OrgTransaction } from '../../database/sql-session.js';
import { noteEvents } from './approval-events.js';
import { endApprovals } from './close-approvals.js';
import type { ApprovalRow } from './open-approvals.js';

/** Nobody is asked any more for runs that were ended from outside: their approvals are taken back, which unlocks the records, and their forms are closed. */
export async function releaseEnded(tx: OrgTransaction, now: Date): Promise<void> {
  const { schema } = tx.org;
  const ended = sql`select id from ${orgTable(schema, 'run')} where status = 'cancelled'`;
  const open = await tx.run<ApprovalRow>(sql`select * from ${orgTable(schema, 'approval')} where status = 'open' and run_id in (${ended}) order by id for update`);
  await noteEvents(tx, open.map((approval) => ({ approvalId: approval.id, object: approval.object, recordId: approval.record_id, kind: 'recalled', level: approval.level })), now);
  await endApprovals(tx, open.map((approval) => ({ approval, outcome: 'recalled' })), now);
  await tx.run(sql`update ${orgTable(schema, 'formTask')} set status = 'expired', closed_at = ${now}::timestamptz where status = 'open' and run_id in (${ended})`);
}
