import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import type { OrgTransaction } from '../../database/sql-session.js';

/** What happens to an approval, as timelines tell it; what nobody did came by its deadline. */
export type ApprovalEventKind = 'asked' | 'approved' | 'rejected' | 'recalled' | 'expired' | 'escalated' | 'handedOver';

export interface ApprovalEvent {
  readonly approvalId: string;
  /** Stable id of the object. */
  readonly object: string;
  readonly recordId: string;
  readonly kind: ApprovalEventKind;
  readonly level: number;
  /** Absent for what came by itself. */
  readonly actorId?: string | null;
  /** In whose place it was done, or to whom it was handed over. */
  readonly otherId?: string | null;
  readonly comment?: string | null;
}

export async function noteEvents(tx: OrgTransaction, events: readonly ApprovalEvent[], at: Date): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({ id: makeId(), approval_id: event.approvalId, object: event.object, record_id: event.recordId, kind: event.kind, level: event.level, actor_id: event.actorId ?? null, other_id: event.otherId ?? null, comment: event.comment ?? null }));
  await tx.run(sql`
    insert into ${orgTable(tx.org.schema, 'approvalEvent')} (id, approval_id, object, record_id, kind, level, at, actor_id, other_id, comment)
    select id, approval_id, object, record_id, kind, level, ${at}::timestamptz, actor_id, other_id, comment
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as event(id uuid, approval_id uuid, object text, record_id uuid, kind text, level int, actor_id uuid, other_id uuid, comment text)`);
}
