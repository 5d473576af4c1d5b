import type { JsonValue } from '@guanxi/field-types';
import { orgTable } from '@guanxi/query';
import type { ApprovalOutcome, ApprovalToClose } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { OrgTransaction } from '../../database/sql-session.js';
import { noteEvents, type ApprovalEventKind } from './approval-events.js';
import { holdRows, type ApprovalRow, type PeopleStep } from './open-approvals.js';
import { peopleNotices } from './people-wording.js';
import { tellPeople } from './tell-people.js';

/** Ends approvals that have not ended by a person's decision: their time was over, or their record is gone. */
export async function closeApprovals(closed: readonly ApprovalToClose[], step: PeopleStep): Promise<void> {
  const { tx, now } = step;
  const held = await holdRows(closed.map(({ runId }) => runId), step);
  const open = closed.flatMap(({ runId, outcome }) => {
    const approval = held.get(runId);
    return approval?.status === 'open' ? [{ approval, outcome }] : [];
  });
  // What the people of the last level have agreed to before is known already; only time says something new.
  await noteEvents(tx, open.filter(({ approval }) => !approval.passed).map(({ approval, outcome }) => ({ approvalId: approval.id, object: approval.object, recordId: approval.record_id, kind: outcome satisfies ApprovalEventKind, level: approval.level })), now);
  await endApprovals(tx, open, now);
}

/** Writes the outcome, which unlocks the record, and tells whoever asked for it. */
export async function endApprovals(tx: OrgTransaction, ended: readonly { readonly approval: Pick<ApprovalRow, 'id' | 'title' | 'titles' | 'object' | 'record_id' | 'asked_by'>; readonly outcome: ApprovalOutcome; readonly actorId?: string }[], now: Date): Promise<void> {
  if (ended.length === 0) return;
  const rows = ended.map(({ approval, outcome }) => ({ id: approval.id, outcome }));
  await tx.run(sql`
    update ${orgTable(tx.org.schema, 'approval')} as approval set status = ended.outcome, closed_at = ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as ended(id uuid, outcome text) where approval.id = ended.id`);
  await tellPeople(tx, ended.flatMap(({ approval, outcome, actorId }) => (approval.asked_by === null ? [] : [{
    userId: approval.asked_by, kind: 'approval' as const, wording: peopleNotices[outcome], title: approval.title, titles: approval.titles, object: approval.object, recordId: approval.record_id, ...(actorId !== undefined && { actorId }),
  }])), now);
}

/** What happened so far, in order, with the names people have now: for the trace. */
export async function readDecisions(runIds: readonly string[], { tx, stepId }: Pick<PeopleStep, 'tx' | 'stepId'>): Promise<ReadonlyMap<string, JsonValue>> {
  if (runIds.length === 0) return new Map();
  const { schema } = tx.org;
  const rows = await tx.run<{ run_id: string; decisions: JsonValue }>(sql`
    select approval.run_id, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('level', event.level + 1, 'what', event.kind, 'by', person.name, 'for', other.name,
      'comment', event.comment, 'at', to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))) order by event.at, event.id) as decisions
    from ${orgTable(schema, 'approval')} as approval join ${orgTable(schema, 'approvalEvent')} as event on event.approval_id = approval.id
    left join ${orgTable(schema, 'user')} as person on person.id = event.actor_id left join ${orgTable(schema, 'user')} as other on other.id = event.other_id
    where approval.run_id = any(${[...runIds]}::uuid[]) and approval.step_id = ${stepId} and event.kind <> 'asked' group by approval.run_id`);
  return new Map(rows.map(({ run_id: id, decisions }) => [id, decisions]));
}
