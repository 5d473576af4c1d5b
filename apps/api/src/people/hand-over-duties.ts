import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { EntityManager } from 'typeorm';
import { settleManagers } from '../access/managers.js';
import { noteEvents } from '../automation/people/approval-events.js';
import { peopleNotices } from '../automation/people/people-wording.js';
import { tellPeople } from '../automation/people/tell-people.js';
import { UserRow } from '../database/entities/user-row.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { isHandedOut } from '../list-views/view-audience.js';

interface Duties {
  readonly from: UserRow;
  readonly to: UserRow;
  /** Who does it. */
  readonly actorId: string;
  readonly now: Date;
}

export interface HandedDuties {
  readonly approvals: number;
  readonly forms: number;
  readonly reports: number;
  readonly views: number;
}

interface SeatRow {
  readonly approval_id: string;
  readonly level: number;
  readonly title: string;
  readonly object: string;
  readonly record_id: string;
}

/** What waits for somebody who leaves waits for another person: decisions, forms, standing in, and those who report to them. */
export async function handOverDuties(tx: OrgTransaction, platform: EntityManager, duties: Duties): Promise<HandedDuties> {
  const approvals = await handOverSeats(tx, duties);
  const forms = await handOverForms(tx, duties);
  await handOverAbsences(tx, duties);
  return { approvals, forms, reports: await handOverReports(tx, platform, duties), views: await handOverViews(tx, duties) };
}

/** In a queue the other members stay, and whoever stands in only takes a seat that would be empty. */
async function handOverSeats(tx: OrgTransaction, { from, to, actorId, now }: Duties): Promise<number> {
  const { schema } = tx.org;
  const moved = await tx.run<SeatRow>(sql`
    update ${orgTable(schema, 'approvalSeat')} seat
    set deciders = case when ${to.id}::uuid = any(seat.deciders) or (seat.queue is not null and cardinality(seat.deciders) > 1) then array_remove(seat.deciders, ${from.id}::uuid) else array_replace(seat.deciders, ${from.id}::uuid, ${to.id}::uuid) end
    from ${orgTable(schema, 'approval')} approval
    where approval.id = seat.approval_id and approval.status = 'open' and seat.level >= approval.level and seat.decision is null and seat.deciders @> array[${from.id}::uuid]
    returning seat.approval_id, seat.level, approval.title, approval.object, approval.record_id`);
  const one = moved.map((seat) => ({ approvalId: seat.approval_id, object: seat.object, recordId: seat.record_id, level: seat.level, kind: 'handedOver' as const, actorId, otherId: to.id }));
  await noteEvents(tx, one, now);
  await tellPeople(tx, moved.map((seat) => ({ userId: to.id, kind: 'approval', wording: peopleNotices.handedOver, title: seat.title, object: seat.object, recordId: seat.record_id, actorId })), now);
  return moved.length;
}

async function handOverForms(tx: OrgTransaction, { from, to, actorId, now }: Duties): Promise<number> {
  const moved = await tx.run<{ title: string; object: string; record_id: string }>(sql`
    update ${orgTable(tx.org.schema, 'formTask')} set user_id = ${to.id}::uuid where user_id = ${from.id}::uuid and status = 'open' returning title, object, record_id`);
  await tellPeople(tx, moved.map(({ title, object, record_id: recordId }) => ({ userId: to.id, kind: 'form', wording: peopleNotices.form, title, object, recordId, actorId })), now);
  return moved.length;
}

/** Nobody stands in for themselves. */
async function handOverAbsences(tx: OrgTransaction, { from, to }: Duties): Promise<void> {
  await tx.run(sql`update ${orgTable(tx.org.schema, 'absence')} set delegate_id = case when user_id = ${to.id}::uuid then null else ${to.id}::uuid end where delegate_id = ${from.id}::uuid`);
}

/** Lists that others use; what somebody kept for themselves stays theirs. */
async function handOverViews(tx: OrgTransaction, { from, to }: Duties): Promise<number> {
  const moved = await tx.run(sql`update ${orgTable(tx.org.schema, 'listView')} set owner_id = ${to.id}::uuid where owner_id = ${from.id}::uuid and ${isHandedOut} returning id`);
  return moved.length;
}

/** Whoever comes from below moves up first, so that nobody comes to stand above themselves. */
async function handOverReports(tx: OrgTransaction, platform: EntityManager, { from, to }: Duties): Promise<number> {
  const everybody = new Map((await platform.findBy(UserRow, { orgId: from.orgId })).map((row) => [row.id, row]));
  const seen = new Set<string>();
  let isBelow = false;
  for (let at = everybody.get(to.managerId ?? ''); at && !seen.has(at.id); at = everybody.get(at.managerId ?? '')) {
    seen.add(at.id);
    isBelow ||= at.id === from.id;
  }
  if (isBelow) await platform.update(UserRow, { id: to.id }, { managerId: from.managerId });
  const { affected } = await platform.createQueryBuilder().update(UserRow).set({ managerId: to.id }).where('manager_id = :from and id <> :to', { from: from.id, to: to.id }).execute();
  await settleManagers(tx);
  return affected ?? 0;
}
