import { Injectable } from '@nestjs/common';
import { orgTable, recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { v7 as makeId, validate as isId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { readNamesWithBin } from '../audit/read-names-with-bin.js';
import { Trail } from '../audit/trail.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiFailure, InputFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import { privacyFaults } from './privacy-wording.js';

export interface Hold {
  readonly id: string;
  /** Name of the object; null where it was removed since. */
  readonly object: string | null;
  readonly recordId: string;
  /** What the record is called; null where the reader may not read it, or it is gone. */
  readonly name: string | null;
  readonly reason: string;
  readonly heldBy: string;
  readonly heldAt: Date;
  readonly liftedBy: string | null;
  readonly liftedAt: Date | null;
}

const MOST = 500;
const LONGEST_REASON = 2000;

/** Legal holds: while one stands, neither a person's request nor a rule of retention takes anything out of the record. A record may have several, each for its own reason. */
@Injectable()
export class RecordHolds {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Those that stand, the latest first, then those that were lifted. */
  list(actor: Actor): Promise<readonly Hold[]> {
    return this.read(actor, sql`true`);
  }

  /** Those that stand on a record. */
  of(actor: Actor, recordId: string): Promise<readonly Hold[]> {
    return isId(recordId) ? this.read(actor, sql`h.record_id = ${recordId}::uuid and h.lifted_at is null`) : Promise.resolve([]);
  }

  async place(actor: Actor, name: string, recordId: string, reason: string): Promise<Hold> {
    const { org, userId } = actor;
    if (reason.trim() === '' || reason.length > LONGEST_REASON) throw new InputFailure([{ path: '/reason', code: 'required', said: privacyFaults.holdReason }]);
    const object = (await this.models.current(org)).model.objectByName.get(name);
    if (!object || object.platform || !isId(recordId)) throw new ApiFailure('NOT_FOUND', privacyFaults.noRecord);
    const id = makeId();
    await this.database.transaction(org, async (tx) => {
      // An erasure locks the record too: either it is done before, or it sees the hold.
      const [found] = await tx.run(sql`select from ${recordTable(org.schema, object)} where id = ${recordId}::uuid for update`);
      if (!found) throw new ApiFailure('NOT_FOUND', privacyFaults.noRecord);
      await tx.run(sql`insert into ${orgTable(org.schema, 'hold')} (id, object, record_id, reason, held_by, held_at)
        values (${id}::uuid, ${object.id}, ${recordId}::uuid, ${reason.trim()}, ${userId}::uuid, ${this.clock.now(org)}::timestamptz)`);
      await this.trail.note({ orgId: org.id, actorId: userId, kind: 'holdPlaced', subject: { kind: 'record', id: recordId }, detail: { object: name, hold: id } }, tx);
    });
    return this.one(actor, id);
  }

  async lift(actor: Actor, id: string): Promise<Hold> {
    const { org, userId } = actor;
    const hold = await this.one(actor, id);
    await this.database.transaction(org, async (tx) => {
      const rows = await tx.run(sql`update ${orgTable(org.schema, 'hold')} set lifted_at = ${this.clock.now(org)}::timestamptz, lifted_by = ${userId}::uuid where id = ${id}::uuid and lifted_at is null returning id`);
      if (rows.length === 0) throw new ApiFailure('CONFLICT', privacyFaults.lifted);
      await this.trail.note({ orgId: org.id, actorId: userId, kind: 'holdLifted', subject: { kind: 'record', id: hold.recordId }, detail: { object: hold.object ?? '', hold: id } }, tx);
    });
    return this.one(actor, id);
  }

  private async one(actor: Actor, id: string): Promise<Hold> {
    const [hold] = isId(id) ? await this.read(actor, sql`h.id = ${id}::uuid`) : [];
    if (!hold) throw new ApiFailure('NOT_FOUND', privacyFaults.noHold);
    return hold;
  }

  private async read(actor: Actor, which: RawBuilder<unknown>): Promise<readonly Hold[]> {
    const { org } = actor;
    const { model } = await this.models.current(org);
    const session = this.database.session(org);
    const rows = await session.run<Omit<Hold, 'name'>>(sql`
      select h.id, h.object, h.record_id as "recordId", h.reason, h.held_by as "heldBy", h.held_at as "heldAt", h.lifted_by as "liftedBy", h.lifted_at as "liftedAt"
      from ${orgTable(org.schema, 'hold')} h where ${which} order by h.lifted_at is not null, h.held_at desc, h.id desc limit ${MOST}`);
    const holds = rows.map((row) => ({ ...row, object: model.objectById.get(row.object ?? '')?.name ?? null }));
    const names = new Map<string, string>();
    for (const object of new Set(holds.flatMap((hold) => hold.object ?? []))) {
      const ids = holds.filter((hold) => hold.object === object).map(({ recordId }) => recordId);
      for (const [id, name] of await readNamesWithBin({ session, schema: org.schema, model }, actor, object, ids)) names.set(id, name);
    }
    return holds.map((hold) => ({ ...hold, name: names.get(hold.recordId) ?? null }));
  }
}
