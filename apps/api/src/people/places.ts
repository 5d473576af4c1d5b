import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { sql } from 'kysely';
import { In, Repository, type EntityManager } from 'typeorm';
import { settlePrincipals } from '../access/principals.js';
import type { Actor } from '../access/actor.js';
import { Trail } from '../audit/trail.js';
import { UserRow } from '../database/entities/user-row.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { accountFaults } from '../identity/identity-wording.js';
import { SignedIn } from '../identity/signed-in.js';
import { ApiFailure, InputFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { findPlaceProblems, type PlaceChanges } from './find-place-problems.js';
import { placeFaults } from './people-wording.js';

/** Where people stand in the org: their role, their teams, whom they report to, and whether they belong to a partner. */
@Injectable()
export class Places {
  constructor(
    @InjectRepository(UserRow) private readonly rows: Repository<UserRow>,
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly signedIn: SignedIn,
    private readonly trail: Trail,
  ) {}

  /** Everybody, by name. The people of a sandbox are those of its source. */
  all(org: Org): Promise<readonly UserRow[]> {
    return this.rows.find({ where: { orgId: org.sandboxOf ?? org.id }, order: { name: 'asc', id: 'asc' } });
  }

  /** Puts people somewhere: all of them, or none and why. */
  async set(actor: Actor, ids: readonly string[], changes: PlaceChanges): Promise<readonly UserRow[]> {
    if (ids.length === 0) throw new ApiFailure('VALIDATION_FAILED', placeFaults.nobody);
    refuseOwnReach(actor, ids, changes);
    return this.change(actor, async (platform, everybody) => {
      const people = ids.map((id) => everybody.get(id));
      if (!people.every((person) => person !== undefined)) throw new ApiFailure('NOT_FOUND', accountFaults.noUser);
      const { model } = await this.models.current(actor.org);
      const problems = findPlaceProblems({ people, everybody, changes, model });
      if (problems.length > 0) throw new InputFailure(problems);
      await platform.update(UserRow, { id: In([...ids]) }, columnsOf(changes));
      return people.map((person) => ({ person, detail: describe(changes) }));
    });
  }

  /** Who belongs to a team, all of them: who is not named belongs to it no more. */
  async setTeam(actor: Actor, team: string, ids: readonly string[]): Promise<void> {
    await this.change(actor, async (platform, everybody) => {
      const { model } = await this.models.current(actor.org);
      const problems = findPlaceProblems({ people: [], everybody, changes: { teams: [team] }, model });
      if (problems.length > 0) throw new ApiFailure('NOT_FOUND', { ...placeFaults.noTeam, words: { name: team } });
      if (ids.some((id) => !everybody.has(id))) throw new ApiFailure('NOT_FOUND', accountFaults.noUser);
      const moved = [...everybody.values()].filter(({ id, teams }) => teams.includes(team) !== ids.includes(id));
      refuseOwnReach(actor, moved.map(({ id }) => id), { teams: [team] });
      for (const { id, teams } of moved) await platform.update(UserRow, { id }, { teams: teams.includes(team) ? teams.filter((one) => one !== team) : [...teams, team] });
      return moved.map((person): Moved => ({ person, detail: person.teams.includes(team) ? { left: team } : { joined: team } }));
    });
  }

  /** Changes of where people stand come one after another, so that two of them never close a circle together. */
  private async change(actor: Actor, work: (platform: EntityManager, everybody: ReadonlyMap<string, UserRow>) => Promise<readonly Moved[]>): Promise<readonly UserRow[]> {
    const { org } = actor;
    if (org.sandboxOf !== undefined) throw new ApiFailure('BAD_REQUEST', accountFaults.inSandbox);
    const changed = await this.database.transactionWithPlatform(org, async (tx, platform) => {
      await lockPeople(tx, org);
      const moved = await work(platform, new Map((await platform.findBy(UserRow, { orgId: org.id })).map((row) => [row.id, row])));
      await settlePrincipals(tx);
      for (const { person, detail } of moved) {
        await this.trail.note({ orgId: org.id, actorId: actor.userId, kind: 'role' in detail ? 'roleAssigned' : 'joined' in detail || 'left' in detail ? 'teamChanged' : 'userChanged', subject: { kind: 'user', id: person.id, name: person.name }, detail }, platform);
      }
      return platform.find(UserRow, { where: { id: In(moved.map(({ person }) => person.id)) }, order: { name: 'asc', id: 'asc' } });
    });
    this.signedIn.forget();
    return changed;
  }
}

interface Moved {
  readonly person: UserRow;
  readonly detail: Readonly<Record<string, string | string[] | null>>;
}

/** What somebody sees hangs on these: nobody widens it for themselves without the right to give permissions. */
function refuseOwnReach({ userId, access }: Actor, ids: readonly string[], { role, teams, kind }: PlaceChanges): void {
  const widens = role !== undefined || teams !== undefined || kind !== undefined;
  if (widens && ids.includes(userId) && !access.setup.has('access')) throw new ApiFailure('FORBIDDEN', placeFaults.ownPlace);
}

/** As changes of accounts do. */
async function lockPeople(tx: OrgTransaction, org: Org): Promise<void> {
  await tx.run(sql`select id from guanxi.org where id = ${org.id} for no key update`);
}

function columnsOf({ role, teams, manager, kind }: PlaceChanges): Partial<UserRow> {
  return { ...(role !== undefined && { role }), ...(teams && { teams: [...new Set(teams)] }), ...(manager !== undefined && { managerId: manager }), ...(kind && { kind }) };
}

function describe({ role, teams, manager, kind }: PlaceChanges): Moved['detail'] {
  return { ...(role !== undefined && { role }), ...(teams && { teams: [...teams] }), ...(manager !== undefined && { manager }), ...(kind && { kind }) };
}
