import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { v7 as makeId, validate as isId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Actors } from '../access/actors.js';
import { refuseChanging } from '../access/granting.js';
import { Trail } from '../audit/trail.js';
import { Clock } from '../config/clock.js';
import type { UserRow } from '../database/entities/user-row.js';
import { OrgDatabase } from '../database/org-database.js';
import { Schedules } from '../exchange/exports/schedules.js';
import { accountFaults } from '../identity/identity-wording.js';
import { Users } from '../identity/users.js';
import { ApiFailure, InputFailure } from '../metadata-api/api-failure.js';
import { Drafts } from '../metadata/draft/drafts.js';
import { Models } from '../metadata/models.js';
import type { NewOperation } from '../operations/operation-record.js';
import { OperationRunner } from '../operations/operation-runner.js';
import { Operations } from '../operations/operations.js';
import type { Org } from '../orgs/org.js';
import { handOverDuties, type HandedDuties } from './hand-over-duties.js';
import { handOverQueues, type HandedQueues } from './hand-over-queues.js';
import { ownedObjects, readHoldings, type Holdings } from './holdings.js';
import type { HandOverRequest } from './perform-hand-over.js';
import { departureFaults } from './people-wording.js';

export interface Departure {
  readonly user: UserRow;
  /** The operation that hands the records over; null where there is nothing to hand over, or nobody to. */
  readonly operationId: string | null;
  /** Why the records stayed, all of them; the person is switched off all the same. */
  readonly refusal: string | null;
  readonly duties: HandedDuties & HandedQueues & { readonly schedules: number };
}

/** One of several: done, or why not. */
export type DepartureOutcome = { readonly userId: string } & ({ readonly departure: Departure } | { readonly failure: ApiFailure });

export interface DepartureWish {
  readonly heirId: string | null;
  /** Names; of all objects when absent. */
  readonly objects?: readonly string[];
  /** Whether the other person comes into the queues as well, in the draft. */
  readonly queues: boolean;
}

/** So many records are handed over while the caller waits; more than that is left to a worker. */
const MOST_AT_ONCE = 1_000;
/** People who leave at once. */
const MOST_PEOPLE = 200;
const NO_DUTIES: Departure['duties'] = { approvals: 0, forms: 0, reports: 0, views: 0, schedules: 0, queues: [], queueRefusal: null };

/** People who leave: nobody signs in as them any more, and what is theirs goes to somebody else. */
@Injectable()
export class Departures {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly users: Users,
    private readonly operations: Operations,
    private readonly runner: OperationRunner,
    private readonly trail: Trail,
    private readonly actors: Actors,
    private readonly schedules: Schedules,
    private readonly drafts: Drafts,
  ) {}

  /** Of all of them together. */
  async holdings({ org }: Actor, ids: readonly string[]): Promise<Holdings> {
    refuseTooMany(ids);
    const people = await Promise.all(ids.map((id) => this.find(org, id)));
    const { model } = await this.models.current(org);
    return readHoldings({ session: this.database.session(org), schema: org.schema, model }, people);
  }

  /** One after the other: what cannot be done for one keeps none of the others back. Who takes over has to stay. */
  async deactivateAll(actor: Actor, ids: readonly string[], wish: DepartureWish): Promise<readonly DepartureOutcome[]> {
    refuseTooMany(ids);
    if (wish.heirId !== null && ids.includes(wish.heirId)) throw new InputFailure([{ path: '/transferTo', code: 'leaving', said: departureFaults.heirLeaves }]);
    const outcomes: DepartureOutcome[] = [];
    for (const userId of new Set(ids)) {
      try {
        outcomes.push({ userId, departure: await this.deactivate(actor, userId, wish) });
      } catch (error) {
        // What is wrong with the wish is wrong for everybody.
        if (!(error instanceof ApiFailure) || isAboutWish(error)) throw error;
        outcomes.push({ userId, failure: error });
      }
    }
    return outcomes;
  }

  /** Whoever is switched off already can have what they left behind handed over in the same way. */
  async deactivate(actor: Actor, id: string, { heirId, objects, queues }: DepartureWish): Promise<Departure> {
    const { org, userId: actorId } = actor;
    if (id === actor.userId) throw new ApiFailure('FORBIDDEN', departureFaults.yourself);
    const leaving = await this.find(org, id);
    refuseChanging((await this.models.current(org)).model, actor.access, leaving);
    const heir = heirId === null ? undefined : await this.findHeir(org, leaving, heirId);
    await this.refuseObjects(org, objects);
    const user = leaving.active ? await this.users.update(org, id, { active: false }) : leaving;
    if (leaving.active) await this.trail.note({ orgId: org.id, actorId, kind: 'userDeactivated', subject: { kind: 'user', id, name: user.name } });
    if (!heir) return { user, operationId: null, refusal: null, duties: NO_DUTIES };
    const handed = await this.handOver(actor, leaving, heir);
    const heirActor = await this.actors.forUser(org, heir.id, 'page');
    const schedules = heirActor ? await this.schedules.handOver(leaving.id, heirActor) : 0;
    const duties = { ...handed, schedules, ...(queues ? await handOverQueues(this.drafts, actor, { from: leaving.email, to: heir.email }) : { queues: [], queueRefusal: null }) };
    return { user, duties, ...(await this.handOverRecords(actor, leaving, heir, objects)) };
  }

  private handOver(actor: Actor, from: UserRow, to: UserRow): Promise<HandedDuties> {
    const { org } = actor;
    return this.database.transactionWithPlatform(org, async (tx, platform) => {
      await tx.run(sql`select id from guanxi.org where id = ${org.id} for no key update`);
      const duties = await handOverDuties(tx, platform, { from, to, actorId: actor.userId, now: this.clock.now(org) });
      await this.trail.note({ orgId: org.id, actorId: actor.userId, kind: 'userChanged', subject: { kind: 'user', id: from.id, name: from.name }, detail: { handedOverTo: to.id, ...duties } }, platform);
      return duties;
    });
  }

  private async handOverRecords(actor: Actor, from: UserRow, to: UserRow, objects?: readonly string[]): Promise<Pick<Departure, 'operationId' | 'refusal'>> {
    const { records } = await this.holdings(actor, [from.id]);
    const wanted = records.filter(({ object }) => objects?.includes(object) ?? true);
    const count = wanted.reduce((sum, one) => sum + one.count, 0);
    if (count === 0) return { operationId: null, refusal: null };
    const request: HandOverRequest = { handOver: { from: from.id, to: to.id, ...(objects && { objects }) } };
    const operation: NewOperation & { readonly request: object } = { id: makeId(), kind: 'bulk', title: { action: 'update', handedOver: { from: from.name, to: to.name } }, actor, at: this.clock.now(actor.org), request };
    if (count > MOST_AT_ONCE) {
      await this.operations.start(operation);
      return { operationId: operation.id, refusal: null };
    }
    const refusal = await this.runner.runNow(operation, (tx) => this.operations.begin(tx, operation));
    return refusal === undefined ? { operationId: operation.id, refusal: null } : { operationId: null, refusal };
  }

  private async find(org: Org, id: string): Promise<UserRow> {
    const user = isId(id) ? await this.users.find(org, id) : undefined;
    if (!user) throw new ApiFailure('NOT_FOUND', accountFaults.noUser);
    return user;
  }

  private async findHeir(org: Org, leaving: UserRow, heirId: string): Promise<UserRow> {
    const heir = isId(heirId) ? await this.users.find(org, heirId) : undefined;
    if (!heir?.active || heir.id === leaving.id) throw new InputFailure([{ path: '/transferTo', code: 'unknown', said: departureFaults.noHeir }]);
    if (heir.kind === 'partner' && leaving.kind !== 'partner') throw new InputFailure([{ path: '/transferTo', code: 'partner', said: { ...departureFaults.partnerHeir, words: { name: heir.name } } }]);
    return heir;
  }

  private async refuseObjects(org: Org, objects: readonly string[] = []): Promise<void> {
    const { model } = await this.models.current(org);
    const known = new Set(ownedObjects(model).map(({ name }) => name));
    const problems = objects.flatMap((name, index) => (known.has(name) ? [] : [{ path: `/objects/${index}`, code: 'unknown', said: { ...departureFaults.noObject, words: { name } } }]));
    if (problems.length > 0) throw new InputFailure(problems);
  }
}

function refuseTooMany(ids: readonly string[]): void {
  if (ids.length === 0 || ids.length > MOST_PEOPLE) throw new InputFailure([{ path: '/ids', code: 'many', said: { ...departureFaults.people, words: { most: String(MOST_PEOPLE) } } }]);
}

function isAboutWish(error: ApiFailure): boolean {
  return error instanceof InputFailure && error.problems.some(({ path }) => path.startsWith('/transferTo') || path.startsWith('/objects'));
}
