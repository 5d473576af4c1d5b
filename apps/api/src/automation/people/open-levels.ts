import { orgTable } from '@guanxi/query';
import { judgeLevel, type LevelRule, type LevelToOpen, type SeatDecision } from '@guanxi/workflow';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import type { OrgTransaction } from '../../database/sql-session.js';
import { noteEvents, type ApprovalEvent } from './approval-events.js';
import { holdRows, type ApprovalRow, type PeopleStep } from './open-approvals.js';
import { findMembers } from './queue-members.js';
import { peopleNotices } from './people-wording.js';
import { tellPeople, type PersonalNotice } from './tell-people.js';
import { readDelegates } from './absences-of.js';

interface Seat {
  readonly id: string;
  readonly approval_id: string;
  readonly level: number;
  readonly position: number;
  readonly deciders: readonly string[];
  readonly queue: string | null;
  readonly decision: SeatDecision | null;
}

/** Asks those of a level. Who has said yes at an earlier level is not asked again: that word counts here, too. */
export async function openLevels(opening: readonly LevelToOpen[], step: PeopleStep): Promise<ReadonlyMap<string, 'open' | 'passed' | 'nobody'>> {
  const { tx, now } = step;
  const held = await holdRows(opening.map(({ runId }) => runId), step);
  const [active, agreed, rules] = [await findActive(tx, opening), await findAgreed(tx, held), await readRules(tx, held)];
  const outcome = new Map<string, 'open' | 'passed' | 'nobody'>();
  const seats: Seat[] = [];
  const events: ApprovalEvent[] = [];
  const moved: { id: string; level: number; due: string | null; escalated: boolean }[] = [];
  for (const { runId, level, users, queue, dueAt, escalates } of opening) {
    const approval = held.get(runId);
    if (!approval) continue;
    // Who is asked by name has a say of their own; of the queue it is for the others.
    const members = (queue === undefined ? [] : await findMembers(tx, step.place.named, queue)).filter(({ id }) => !users.includes(id));
    const groups = [...users.filter((user) => active.has(user)).map((user) => ({ people: [user], queue: null })), ...(members.length > 0 ? [{ people: members.map(({ id }) => id), queue: queue ?? null }] : [])];
    const own = groups.map((group, position) => makeSeat({ approval, level, position, ...group }, agreed.get(approval.id) ?? new Set()));
    const judged = judgeLevel(rules.get(approval.id)?.[level] ?? 'all', own.map(({ decision }) => decision));
    outcome.set(runId, own.length === 0 ? 'nobody' : judged === 'approved' ? 'passed' : 'open');
    if (own.length === 0) continue;
    seats.push(...own);
    moved.push({ id: approval.id, level, due: dueAt, escalated: escalates });
    const about = { approvalId: approval.id, object: approval.object, recordId: approval.record_id };
    // The level before has not agreed: its time was over, and that was to count as a yes.
    if (level > approval.level && !approval.passed) events.push({ ...about, kind: 'approved', level: approval.level });
    if (escalates) events.push({ ...about, kind: 'escalated', level, otherId: users[0] ?? null });
  }
  await replaceSeats(tx, moved, seats);
  await noteEvents(tx, events, now);
  await tellAsked(step, opening, held, seats);
  return outcome;
}

function makeSeat({ approval, level, position, people, queue }: { approval: ApprovalRow; level: number; position: number; people: readonly string[]; queue: string | null }, agreed: ReadonlySet<string>): Seat {
  const left = people.filter((person) => !agreed.has(person));
  return { id: makeId(), approval_id: approval.id, level, position, deciders: left.length > 0 ? left : people, queue, decision: left.length > 0 ? null : 'agreed' };
}

async function findActive(tx: OrgTransaction, opening: readonly LevelToOpen[]): Promise<ReadonlySet<string>> {
  const rows = await tx.run<{ id: string }>(sql`select id from ${orgTable(tx.org.schema, 'user')} where id = any(${opening.flatMap(({ users }) => users)}::uuid[]) and active`);
  return new Set(rows.map(({ id }) => id));
}

async function findAgreed(tx: OrgTransaction, held: ReadonlyMap<string, ApprovalRow>): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await tx.run<{ id: string; people: readonly string[] }>(sql`
    select approval_id as id, array_agg(decided_by) as people from ${orgTable(tx.org.schema, 'approvalSeat')}
    where approval_id = any(${[...held.values()].map(({ id }) => id)}::uuid[]) and decision = 'approved' group by approval_id`);
  return new Map(rows.map(({ id, people }) => [id, new Set(people)]));
}

async function readRules(tx: OrgTransaction, held: ReadonlyMap<string, ApprovalRow>): Promise<ReadonlyMap<string, readonly LevelRule[]>> {
  const rows = await tx.run<{ id: string; levels: readonly { readonly decides: LevelRule }[] }>(sql`
    select id, levels from ${orgTable(tx.org.schema, 'approval')} where id = any(${[...held.values()].map(({ id }) => id)}::uuid[])`);
  return new Map(rows.map(({ id, levels }) => [id, levels.map(({ decides }) => decides)]));
}

/** Of an escalation those who were asked before have no say any more; what they had said stays. */
async function replaceSeats(tx: OrgTransaction, moved: readonly { id: string; level: number; due: string | null; escalated: boolean }[], seats: readonly Seat[]): Promise<void> {
  if (moved.length === 0) return;
  const [approval, seat] = [orgTable(tx.org.schema, 'approval'), orgTable(tx.org.schema, 'approvalSeat')];
  const given = sql`jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as moved(id uuid, level int, due timestamptz, escalated boolean)`;
  await tx.run(sql`delete from ${seat} as seat using ${given} where seat.approval_id = moved.id and seat.level = moved.level and seat.decision is null`);
  await tx.run(sql`
    insert into ${seat} (id, approval_id, level, position, deciders, queue, decision)
    select id, approval_id, level, position, (select array_agg(one::uuid) from jsonb_array_elements_text(deciders) as one), queue, decision
    from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as made(id uuid, approval_id uuid, level int, position int, deciders jsonb, queue text, decision text)`);
  await tx.run(sql`update ${approval} as approval set level = moved.level, passed = false, due_at = moved.due, escalated = moved.escalated from ${given} where approval.id = moved.id`);
}

/** Who is away is told together with whoever stands in. */
async function tellAsked({ tx, now }: PeopleStep, opening: readonly LevelToOpen[], held: ReadonlyMap<string, ApprovalRow>, seats: readonly Seat[]): Promise<void> {
  const open = seats.filter(({ decision }) => decision === null);
  const delegates = await readDelegates(tx, open.flatMap(({ deciders }) => deciders), now);
  const notices = opening.flatMap(({ runId, escalates }): PersonalNotice[] => {
    const approval = held.get(runId);
    if (!approval) return [];
    const people = open.filter((seat) => seat.approval_id === approval.id).flatMap(({ deciders }) => deciders.flatMap((person) => [person, ...(delegates.get(person) ?? [])]));
    return [...new Set(people)].map((userId) => ({
      userId, kind: 'approval', wording: escalates ? peopleNotices.escalated : peopleNotices.asked, title: approval.title, titles: approval.titles, object: approval.object, recordId: approval.record_id, ...(approval.asked_by && { actorId: approval.asked_by }),
    }));
  });
  await tellPeople(tx, notices, now);
}
