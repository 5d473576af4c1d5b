import { translate, type Translations } from '@guanxi/field-types';
import { orgTable } from '@guanxi/query';
import type { ApprovalOutcome, LevelRule, SeatDecision } from '@guanxi/workflow';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../access/actor.js';
import { readNames } from '../../activity/read-names.js';
import type { Person } from '../../activity/read-people.js';
import type { PublishedModel } from '../../metadata/models.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import { standsInFor } from './absences-of.js';

export interface Approval {
  readonly id: string;
  readonly title: string;
  /** Name of the object; null where it is gone. */
  readonly object: string | null;
  readonly recordId: string;
  /** Null where this person may not read the record. */
  readonly recordName: string | null;
  readonly status: 'open' | ApprovalOutcome;
  readonly askedBy: Person | null;
  readonly askedAt: Date;
  readonly closedAt: Date | null;
  readonly dueAt: Date | null;
  readonly locks: boolean;
  readonly level: number;
  readonly levels: readonly ApprovalLevelState[];
  readonly mayDecide: boolean;
  /** For whom this person would decide, being asked as a delegate alone. */
  readonly inPlaceOf: Person | null;
  readonly mayRecall: boolean;
  readonly mayHandOver: boolean;
}

export interface ApprovalLevelState {
  readonly title: string | null;
  readonly decides: LevelRule;
  /** None yet of a level that is not reached. */
  readonly seats: readonly ApprovalSeat[];
}

export interface ApprovalSeat {
  readonly people: readonly Person[];
  readonly queue: string | null;
  readonly decision: SeatDecision | null;
  readonly decidedBy: Person | null;
  readonly inPlaceOf: Person | null;
  readonly decidedAt: Date | null;
  readonly comment: string | null;
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly titles: Translations;
  readonly object: string;
  readonly record_id: string;
  readonly status: Approval['status'];
  readonly asked_by: string | null;
  readonly asked_at: Date;
  readonly closed_at: Date | null;
  readonly due_at: Date | null;
  readonly locks: boolean;
  readonly level: number;
  readonly passed: boolean;
  readonly levels: readonly { readonly title: string | null; readonly titles?: Translations; readonly decides: LevelRule }[];
}

export interface SeatRow {
  readonly id: string;
  readonly approval_id: string;
  readonly level: number;
  readonly deciders: readonly string[];
  readonly queue: string | null;
  readonly decision: SeatDecision | null;
  readonly decided_by: string | null;
  readonly in_place_of: string | null;
  readonly decided_at: Date | null;
  readonly comment: string | null;
}

/** Approvals (by the alias `approval`) for which the condition is true, newest first, as this person sees them. */
export async function readApprovals(tx: OrgTransaction, actor: Actor, { model }: Pick<PublishedModel, 'model'>, { condition, now, limit }: { condition: RawBuilder<unknown>; now: Date; limit: number }): Promise<readonly Approval[]> {
  const { schema } = tx.org;
  const rows = await tx.run<Row>(sql`select approval.* from ${orgTable(schema, 'approval')} as approval where ${condition} order by approval.asked_at desc, approval.id desc limit ${limit}`);
  if (rows.length === 0) return [];
  const seats = await tx.run<SeatRow>(sql`select * from ${orgTable(schema, 'approvalSeat')} where approval_id = any(${rows.map(({ id }) => id)}::uuid[]) order by level, position, id`);
  const people = await readPersons(tx, [...rows.map(({ asked_by: by }) => by), ...seats.flatMap(({ deciders, decided_by: by, in_place_of: other }) => [...deciders, by, other])]);
  const names = await readRecordNames(tx, actor, model, rows);
  const others = await standsInFor(tx, actor.userId, now);
  const person = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  return rows.map((row): Approval => {
    const own = seats.filter(({ approval_id: id }) => id === row.id);
    const seat = row.status === 'open' && !row.passed ? findSeat(own, row.level, actor.userId, others) : undefined;
    return {
      id: row.id, title: translate(row.title, row.titles, actor.locale), object: model.objectById.get(row.object)?.name ?? null, recordId: row.record_id, recordName: names.get(row.record_id) ?? null, status: row.status,
      askedBy: person(row.asked_by), askedAt: row.asked_at, closedAt: row.closed_at, dueAt: row.status === 'open' ? row.due_at : null, locks: row.locks, level: row.level,
      levels: row.levels.map(({ title, titles, decides }, index) => ({ title: title === null ? null : translate(title, titles, actor.locale), decides, seats: own.filter((one) => one.level === index).map((one) => ({
        people: one.deciders.flatMap((id) => person(id) ?? []), queue: model.queues.find(({ name }) => name === one.queue)?.title ?? one.queue, decision: one.decision,
        decidedBy: person(one.decided_by), inPlaceOf: person(one.in_place_of), decidedAt: one.decided_at, comment: one.comment,
      })) })),
      mayDecide: seat !== undefined, inPlaceOf: person(seat?.inPlaceOf ?? null),
      mayRecall: row.status === 'open' && (actor.access.admin || row.asked_by === actor.userId),
      mayHandOver: row.status === 'open' && !row.passed && (actor.access.admin || (seat !== undefined && seat.inPlaceOf === null)),
    };
  });
}

/** The seat that somebody may decide on now: their own before one they stand in for; none once they have decided anywhere. */
export function findSeat(seats: readonly SeatRow[], level: number, userId: string, others: readonly string[]): { readonly seat: SeatRow; readonly inPlaceOf: string | null } | undefined {
  if (seats.some(({ decided_by: by }) => by === userId)) return undefined;
  const open = seats.filter((seat) => seat.level === level && seat.decision === null);
  const own = open.find(({ deciders }) => deciders.includes(userId));
  if (own) return { seat: own, inPlaceOf: null };
  for (const seat of open) {
    const other = seat.deciders.find((id) => others.includes(id));
    if (other !== undefined) return { seat, inPlaceOf: other };
  }
  return undefined;
}

export async function readPersons(tx: Pick<OrgTransaction, 'run' | 'org'>, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Person>> {
  const rows = await tx.run<Person>(sql`select id, name, email, active from ${orgTable(tx.org.schema, 'user')} where id = any(${ids.filter((id) => id !== null)}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** By record, of those that this person may read. */
export async function readRecordNames(tx: OrgTransaction, actor: Actor, model: PublishedModel['model'], rows: readonly { readonly object: string; readonly record_id: string }[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(rows.map(({ object }) => object))) {
    const object = model.objectById.get(id);
    if (!object || object.platform) continue;
    const ids = rows.filter((row) => row.object === id).map((row) => row.record_id);
    for (const [record, name] of await readNames({ session: tx, schema: tx.org.schema, model }, actor.access, object.name, [...new Set(ids)])) names.set(record, name);
  }
  return names;
}
