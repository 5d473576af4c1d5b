import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { sql } from 'kysely';
import { In, IsNull, type EntityManager, Not, Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ADMIN_PERMISSION } from '../access/admin-permission.js';
import { grantableNames } from '../access/granting.js';
import { settlePrincipals } from '../access/principals.js';
import { SessionRow } from '../database/entities/session-row.js';
import { UserRow } from '../database/entities/user-row.js';
import { OrgDatabase } from '../database/org-database.js';
import { readSqlState, SqlState } from '../database/sql-state.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { SignInPolicies } from '../federation/sign-in-policies.js';
import { ApiFailure, InputFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { findUserProblems, type UserFields } from './find-user-problems.js';
import { accountFaults } from './identity-wording.js';
import { hashPassword } from './password.js';
import { SignedIn } from './signed-in.js';

export interface NewUser {
  readonly name: string;
  readonly email: string;
  /** Without one they are invited, and choose one when they accept. */
  readonly password?: string;
  readonly permissionSets: readonly string[];
  readonly locale?: string;
  /** Name of the role. */
  readonly role?: string;
  /** Names of the teams. */
  readonly teams?: readonly string[];
}

export interface UserChanges {
  readonly name?: string;
  readonly active?: boolean;
  readonly password?: string;
  readonly permissionSets?: readonly string[];
  readonly locale?: string | null;
  readonly timeZone?: string | null;
  /** Name of the role; null takes it away. */
  readonly role?: string | null;
  readonly teams?: readonly string[];
}

/** The people of an org: the platform's row and the row that records refer to change together. */
@Injectable()
export class Users {
  constructor(
    @InjectRepository(UserRow) private readonly rows: Repository<UserRow>,
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly policies: SignInPolicies,
    private readonly signedIn: SignedIn,
  ) {}

  /** By name. */
  list(org: Org): Promise<UserRow[]> {
    return this.rows.find({ where: { orgId: homeOf(org) }, order: { name: 'asc', id: 'asc' } });
  }

  async find(org: Org, id: string): Promise<UserRow | undefined> {
    return (await this.rows.findOneBy({ id, orgId: homeOf(org) })) ?? undefined;
  }

  findMany(org: Org, ids: readonly string[]): Promise<UserRow[]> {
    return this.rows.findBy({ id: In([...ids]), orgId: homeOf(org) });
  }

  async create(org: Org, wanted: NewUser): Promise<UserRow> {
    refuseInSandbox(org);
    const user = { ...wanted, name: wanted.name.trim(), email: wanted.email.trim().toLowerCase() };
    await this.refuseProblems(org, user, []);
    const passwordHash = user.password === undefined ? null : await hashPassword(user.password);
    const id = uuidv7();
    try {
      return await this.database.transactionWithPlatform(org, async (tx, platform) => {
        await platform.insert(UserRow, {
          id, orgId: org.id, name: user.name, email: user.email, passwordHash, active: true,
          locale: user.locale ?? null, permissionSets: [...new Set(user.permissionSets)], invitedAt: passwordHash === null ? new Date() : null,
          role: user.role ?? null, teams: [...new Set(user.teams ?? [])],
        });
        await tx.run(sql`insert into ${sql.id(org.schema, '_user')} (id, name, email, active) values (${id}, ${user.name}, ${user.email}, true)`);
        await settlePrincipals(tx);
        return platform.findOneByOrFail(UserRow, { id });
      });
    } catch (error) {
      if (readSqlState(error) !== SqlState.uniqueViolation) throw error;
      throw new InputFailure([{ path: '/email', code: 'taken', said: { ...accountFaults.taken, words: { email: user.email } } }]);
    }
  }

  /** `actor` keeps their own session when the change ends the others. */
  async update(org: Org, id: string, changes: UserChanges, keepSession?: string): Promise<UserRow> {
    refuseInSandbox(org);
    const present = await this.find(org, id);
    if (!present) throw new ApiFailure('NOT_FOUND', accountFaults.noUser);
    await this.refuseProblems(org, changes, [present.name, present.email]);
    const passwordHash = changes.password === undefined ? undefined : await hashPassword(changes.password);
    const user = await this.database.transactionWithPlatform(org, async (tx, platform) => {
      await lockUsers(tx, org);
      const before = await platform.findOneBy(UserRow, { id, orgId: org.id });
      if (!before) throw new ApiFailure('NOT_FOUND', accountFaults.noUser);
      await refuseLosingLastAdmin(platform, before, changes);
      refuseMightyPartner(before, changes);
      const { password: _, permissionSets, name, teams, ...rest } = changes;
      const columns = { ...rest, ...(teams && { teams: [...new Set(teams)] }), ...(name !== undefined && { name: name.trim() }), ...(permissionSets && { permissionSets: [...permissionSets] }), ...(passwordHash && { passwordHash }) };
      if (Object.keys(columns).length > 0) await platform.update(UserRow, { id }, columns);
      const after = await platform.findOneByOrFail(UserRow, { id });
      await tx.run(sql`update ${sql.id(org.schema, '_user')} set name = ${after.name}, active = ${after.active} where id = ${id}`);
      if (changes.role !== undefined || teams) await settlePrincipals(tx);
      if (passwordHash || !after.active) await endSessions(platform, id, keepSession);
      else if (permissionSets && isOtherList(before.permissionSets, permissionSets)) await platform.update(SessionRow, { userId: id }, { stale: true });
      return after;
    });
    this.signedIn.forget();
    return user;
  }

  /** Their invitation is answered. */
  async accept(id: string): Promise<void> {
    await this.rows.update({ id }, { invitedAt: null });
  }

  /** `known`: what everybody knows of the person. */
  private async refuseProblems(org: Org, user: UserFields, known: readonly string[]): Promise<void> {
    const { model } = await this.models.current(org);
    const { shortestPassword } = await this.policies.of(org.id);
    const problems = findUserProblems(user, grantableNames(model), { shortest: shortestPassword, known: [org.name, ...known] });
    if (problems.length > 0) throw new InputFailure(problems);
  }
}

/** The people of a sandbox are those of its source. */
function homeOf(org: Org): string {
  return org.sandboxOf ?? org.id;
}

function refuseInSandbox(org: Org): void {
  if (org.sandboxOf !== undefined) throw new ApiFailure('BAD_REQUEST', accountFaults.inSandbox);
}

/** Two admins who remove each other at the same time wait for one another here. */
async function lockUsers(tx: OrgTransaction, org: Org): Promise<void> {
  await tx.run(sql`select id from guanxi.org where id = ${org.id} for no key update`);
}

async function refuseLosingLastAdmin(platform: EntityManager, before: UserRow, changes: UserChanges): Promise<void> {
  const isAdmin = before.active && before.permissionSets.includes(ADMIN_PERMISSION);
  const stays = changes.active !== false && (changes.permissionSets ?? before.permissionSets).includes(ADMIN_PERMISSION);
  if (!isAdmin || stays) return;
  // Who has not accepted an invitation yet cannot open Setup either.
  const others = await platform.findBy(UserRow, { orgId: before.orgId, active: true, id: Not(before.id), invitedAt: IsNull() });
  if (others.some(({ permissionSets }) => permissionSets.includes(ADMIN_PERMISSION))) return;
  throw new InputFailure([{
    path: changes.active === false ? '/active' : '/permissionSets',
    code: 'lastAdmin',
    said: { ...accountFaults.lastAdmin, words: { name: before.name } },
  }]);
}

/** An admin sees everything, a partner what is theirs: nobody is both. */
function refuseMightyPartner({ kind, name }: UserRow, { permissionSets }: UserChanges): void {
  const index = kind === 'partner' ? (permissionSets ?? []).indexOf(ADMIN_PERMISSION) : -1;
  if (index >= 0) throw new InputFailure([{ path: `/permissionSets/${String(index)}`, code: 'partner', said: { ...accountFaults.partnerAdmin, words: { name } } }]);
}

function isOtherList(before: readonly string[], after: readonly string[]): boolean {
  return JSON.stringify([...before].sort()) !== JSON.stringify([...after].sort());
}

async function endSessions(platform: EntityManager, userId: string, keep: string | undefined): Promise<void> {
  await platform.delete(SessionRow, { userId, ...(keep && { tokenHash: Not(keep) }) });
}
