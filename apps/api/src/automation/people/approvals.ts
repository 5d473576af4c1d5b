import { asWord, translate, type Word } from '@guanxi/field-types';
import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { judgeLevel, type LevelRule } from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
import { validate as isId } from 'uuid';
import type { Actor } from '../../access/actor.js';
import { findReadableRecord } from '../../activity/readable-record.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { Models } from '../../metadata/models.js';
import { Queues } from '../../queue/queues.js';
import { wakeRuns } from '../wake-run.js';
import { standsInFor } from './absences-of.js';
import { noteEvents, type ApprovalEventKind } from './approval-events.js';
import { endApprovals } from './close-approvals.js';
import type { ApprovalRow } from './open-approvals.js';
import { outcomeWords, peopleNotices, peopleRefusals } from './people-wording.js';
import { findSeat, readApprovals, readPersons, type Approval, type SeatRow } from './read-approvals.js';
import { tellPeople } from './tell-people.js';

export type ApprovalsShown = 'TO_DECIDE' | 'ASKED' | 'DECIDED';

interface HeldApproval extends ApprovalRow {
  readonly levels: readonly { readonly decides: LevelRule }[];
  readonly seats: readonly SeatRow[];
}

const MOST = 200;
export const LONGEST_REMARK = 4_000;

/** What people are asked to approve and have asked for. Everybody finds only what concerns them. */
@Injectable()
export class Approvals {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly queues: Queues,
  ) {}

  list(actor: Actor, shown: ApprovalsShown, first: number): Promise<readonly Approval[]> {
    return this.read(actor, async (tx) => {
      const seat = orgTable(tx.org.schema, 'approvalSeat');
      if (shown === 'ASKED') return sql`approval.asked_by = ${actor.userId}::uuid`;
      if (shown === 'DECIDED') return sql`approval.id in (select approval_id from ${seat} where decided_by = ${actor.userId}::uuid)`;
      return this.toDecide(tx, actor);
    }, first);
  }

  /** How many wait for this person's decision. */
  async count(actor: Actor): Promise<number> {
    return this.database.transaction(actor.org, async (tx) => {
      const [row] = await tx.run<{ count: number }>(sql`select count(*)::int as count from ${orgTable(tx.org.schema, 'approval')} as approval where ${await this.toDecide(tx, actor)}`);
      return row?.count ?? 0;
    });
  }

  /** Undefined where there is none that concerns this person. */
  async find(actor: Actor, id: string): Promise<Approval | undefined> {
    if (!isId(id)) return undefined;
    const { model } = await this.models.current(actor.org);
    const [found] = await this.read(actor, async () => sql`approval.id = ${id}::uuid`, 1);
    if (!found) return undefined;
    const isMine = found.mayDecide || found.mayRecall || found.askedBy?.id === actor.userId || found.levels.some(({ seats }) => seats.some(({ people, decidedBy }) => decidedBy?.id === actor.userId || people.some((person) => person.id === actor.userId)));
    if (isMine || actor.access.admin) return found;
    const record = found.object === null ? undefined : await findReadableRecord({ session: this.database.session(actor.org), schema: actor.org.schema, model }, actor.access, found.object, found.recordId);
    return record && found;
  }

  /** Of a record that this person may read, newest first. */
  async ofRecord(actor: Actor, objectName: string, recordId: string): Promise<readonly Approval[]> {
    const { model } = await this.models.current(actor.org);
    const record = await findReadableRecord({ session: this.database.session(actor.org), schema: actor.org.schema, model }, actor.access, objectName, recordId);
    if (!record) return [];
    return this.read(actor, async () => sql`approval.object = ${record.object.id} and approval.record_id = ${record.id}::uuid`, 10);
  }

  async decide(actor: Actor, id: string, decision: 'approved' | 'rejected', comment: string | null): Promise<Approval> {
    const remark = readRemark(comment);
    const now = this.clock.now(actor.org);
    await this.change(actor, id, async (tx, approval) => {
      await this.refuseClosed(tx, approval);
      const words = { title: titleOf(approval) };
      if (approval.seats.some(({ decided_by: by }) => by === actor.userId)) throw new ApiFailure('CONFLICT', { ...peopleRefusals.twice, words });
      const others = await standsInFor(tx, actor.userId, now);
      const found = findSeat(approval.seats, approval.level, actor.userId, others);
      if (!found) throw await this.notAsked(tx, approval, [actor.userId, ...others]);
      await tx.run(sql`
        update ${orgTable(tx.org.schema, 'approvalSeat')} set decision = ${decision}, decided_by = ${actor.userId}::uuid, in_place_of = ${found.inPlaceOf}::uuid, decided_at = ${now}::timestamptz, comment = ${remark}
        where id = ${found.seat.id}::uuid`);
      await this.note(tx, approval, { kind: decision, actorId: actor.userId, otherId: found.inPlaceOf, comment: remark }, now);
      const decisions = approval.seats.filter(({ level }) => level === approval.level).map((seat) => (seat.id === found.seat.id ? decision : seat.decision));
      const judged = judgeLevel(approval.levels[approval.level]?.decides ?? 'all', decisions);
      if (judged === 'rejected') await endApprovals(tx, [{ approval, outcome: 'rejected', actorId: actor.userId }], now);
      else if (judged === 'approved' && approval.level === approval.levels.length - 1) await endApprovals(tx, [{ approval, outcome: 'approved', actorId: actor.userId }], now);
      else if (judged === 'approved') await tx.run(sql`update ${orgTable(tx.org.schema, 'approval')} set passed = true where id = ${approval.id}::uuid`);
    });
    return this.after(actor, id);
  }

  /** Takes it back: who asked for it may, and admins. */
  async recall(actor: Actor, id: string, comment: string | null): Promise<Approval> {
    const remark = readRemark(comment);
    const now = this.clock.now(actor.org);
    await this.change(actor, id, async (tx, approval) => {
      if (approval.asked_by !== actor.userId && !actor.access.admin) throw new ApiFailure('FORBIDDEN', { ...peopleRefusals.notYours, words: { title: titleOf(approval) } });
      await this.refuseClosed(tx, approval, true);
      await endApprovals(tx, [{ approval, outcome: 'recalled', actorId: actor.userId }], now);
      await this.note(tx, approval, { kind: 'recalled', actorId: actor.userId, comment: remark }, now);
      const waiting = approval.seats.filter(({ level, decision }) => level === approval.level && decision === null).flatMap(({ deciders }) => deciders);
      await tellPeople(tx, [...new Set(waiting)].map((userId) => ({ userId, kind: 'approval', wording: peopleNotices.recalled, title: approval.title, titles: approval.titles, object: approval.object, recordId: approval.record_id, actorId: actor.userId })), now);
    });
    return this.after(actor, id);
  }

  /** Hands a seat over to somebody else: people their own, admins that of `from`. */
  async handOver(actor: Actor, id: string, { to, from, comment }: { to: string; from: string | null; comment: string | null }): Promise<Approval> {
    const remark = readRemark(comment);
    const now = this.clock.now(actor.org);
    await this.change(actor, id, async (tx, approval) => {
      await this.refuseClosed(tx, approval);
      const giver = actor.access.admin && from !== null ? from : actor.userId;
      const open = approval.seats.filter(({ level, decision }) => level === approval.level && decision === null);
      const seat = open.find(({ deciders }) => deciders.includes(giver));
      if (!seat) throw await this.notAsked(tx, approval, [giver]);
      const person = isId(to) ? (await readPersons(tx, [to])).get(to) : undefined;
      if (!person?.active) throw new ApiFailure('NOT_FOUND', peopleRefusals.noPerson);
      if (approval.seats.some(({ decided_by: by }) => by === to) || open.some(({ deciders }) => deciders.includes(to))) throw new ApiFailure('CONFLICT', { ...peopleRefusals.notFor, words: { name: person.name, title: titleOf(approval) } });
      await tx.run(sql`update ${orgTable(tx.org.schema, 'approvalSeat')} set deciders = ${[to]}::uuid[], queue = null where id = ${seat.id}::uuid`);
      await this.note(tx, approval, { kind: 'handedOver', actorId: actor.userId, otherId: to, comment: remark }, now);
      await tellPeople(tx, [{ userId: to, kind: 'approval', wording: peopleNotices.handedOver, title: approval.title, titles: approval.titles, object: approval.object, recordId: approval.record_id, actorId: actor.userId }], now);
    });
    return this.after(actor, id);
  }

  private async read(actor: Actor, condition: (tx: OrgTransaction) => Promise<RawBuilder<unknown>>, first: number): Promise<readonly Approval[]> {
    const published = await this.models.current(actor.org);
    return this.database.transaction(actor.org, async (tx) => readApprovals(tx, actor, published, { condition: await condition(tx), now: this.clock.now(actor.org), limit: Math.min(Math.max(first, 1), MOST) }));
  }

  private async toDecide(tx: OrgTransaction, { userId, org }: Actor): Promise<RawBuilder<unknown>> {
    const deciders = [userId, ...(await standsInFor(tx, userId, this.clock.now(org)))];
    const seat = orgTable(tx.org.schema, 'approvalSeat');
    return sql`approval.status = 'open' and not approval.passed
      and exists (select from ${seat} as seat where seat.approval_id = approval.id and seat.level = approval.level and seat.decision is null and seat.deciders && ${deciders}::uuid[])
      and not exists (select from ${seat} as seat where seat.approval_id = approval.id and seat.decided_by = ${userId}::uuid)`;
  }

  /** Holds the run before its approval, as the engine does, so that decisions come one after another. */
  private async change(actor: Actor, id: string, work: (tx: OrgTransaction, approval: HeldApproval) => Promise<void>): Promise<void> {
    if (!(await this.find(actor, id))) throw new ApiFailure('NOT_FOUND', peopleRefusals.noApproval);
    await this.database.transaction(actor.org, async (tx) => {
      const { schema } = tx.org;
      await tx.run(sql`select id from ${orgTable(schema, 'run')} where id = (select run_id from ${orgTable(schema, 'approval')} where id = ${id}::uuid) for update`);
      const [approval] = await tx.run<Omit<HeldApproval, 'seats'>>(sql`select * from ${orgTable(schema, 'approval')} where id = ${id}::uuid for update`);
      if (!approval) throw new ApiFailure('NOT_FOUND', peopleRefusals.noApproval);
      const seats = await tx.run<SeatRow>(sql`select * from ${orgTable(schema, 'approvalSeat')} where approval_id = ${id}::uuid order by level, position, id for update`);
      await work(tx, { ...approval, seats });
      await wakeRuns(tx, [{ runId: approval.run_id, answer: { approval: id } }], this.clock.now(actor.org));
      tx.afterCommit(() => this.queues.wake('automation', actor.org));
    });
  }

  /** `atAnyLevel`: between two levels there is nothing to decide, but it can be taken back. */
  private async refuseClosed(tx: OrgTransaction, approval: HeldApproval, atAnyLevel = false): Promise<void> {
    if (approval.status === 'open' && (atAnyLevel || !approval.passed)) return;
    if (approval.status === 'open' || approval.status === 'approved' || approval.status === 'rejected') throw await this.late(tx, approval);
    throw closed(approval);
  }

  private async notAsked(tx: OrgTransaction, approval: HeldApproval, people: readonly string[]): Promise<ApiFailure> {
    const decided = approval.seats.some(({ level, decision, deciders }) => level === approval.level && decision !== null && deciders.some((id) => people.includes(id)));
    return decided ? this.late(tx, approval) : new ApiFailure('FORBIDDEN', { ...peopleRefusals.notAsked, words: { title: titleOf(approval) } });
  }

  private async late(tx: OrgTransaction, approval: HeldApproval): Promise<ApiFailure> {
    const last = approval.seats.filter(({ decided_at: at }) => at !== null).sort((left, right) => Number(right.decided_at) - Number(left.decided_at))[0];
    const name = last ? (await readPersons(tx, [last.decided_by])).get(last.decided_by ?? '')?.name : undefined;
    return name === undefined ? closed(approval) : new ApiFailure('CONFLICT', { ...peopleRefusals.late, words: { title: titleOf(approval), name } });
  }

  private note(tx: OrgTransaction, approval: HeldApproval, event: { kind: ApprovalEventKind; actorId: string; otherId?: string | null; comment: string | null }, now: Date): Promise<void> {
    return noteEvents(tx, [{ approvalId: approval.id, object: approval.object, recordId: approval.record_id, level: approval.level, ...event }], now);
  }

  private async after(actor: Actor, id: string): Promise<Approval> {
    const [found] = await this.read(actor, async () => sql`approval.id = ${id}::uuid`, 1);
    if (!found) throw new ApiFailure('NOT_FOUND', peopleRefusals.noApproval);
    return found;
  }
}

function closed(approval: HeldApproval): ApiFailure {
  const { status } = approval;
  const outcome = outcomeWords[status === 'open' ? 'approved' : status];
  return new ApiFailure('CONFLICT', { ...peopleRefusals.closed, words: { title: titleOf(approval), outcome: asWord(outcome) } });
}

function titleOf({ title, titles }: ApprovalRow): Word {
  return (locale) => translate(title, titles, locale);
}

function readRemark(comment: string | null): string | null {
  const text = comment?.trim() ?? '';
  if (text.length > LONGEST_REMARK) throw new ApiFailure('VALIDATION_FAILED', { ...peopleRefusals.tooLong, words: { limit: LONGEST_REMARK.toLocaleString('en') } });
  return text === '' ? null : text;
}
