import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { sql } from 'kysely';
import { In, Repository } from 'typeorm';
import { ADMIN_PERMISSION } from '../../access/admin-permission.js';
import { ScimMemberRow, ScimUserRow } from '../../database/entities/scim-rows.js';
import { UserRow } from '../../database/entities/user-row.js';
import { OrgDatabase } from '../../database/org-database.js';
import { readSqlState, SqlState } from '../../database/sql-state.js';
import type { Org } from '../../orgs/org.js';
import { CredentialMails } from '../../identity/credential-mails.js';
import { Provisioner } from '../provisioner.js';
import { applyPatch } from './apply-patch.js';
import { userAttributes } from './attributes.js';
import type { Resource } from './match-filter.js';
import type { Filter } from './parse-filter.js';
import { readResource } from './read-resource.js';
import { ScimFailure } from './scim-failure.js';
import { ScimGroupsOf } from './scim-groups-of.js';
import { ScimManagers } from './scim-managers.js';
import { presentUser, readUser, type WantedUser } from './user-resource.js';

/** The users of an org as a directory sees them. */
@Injectable()
export class ScimUsers {
  constructor(
    @InjectRepository(UserRow) private readonly users: Repository<UserRow>,
    @InjectRepository(ScimUserRow) private readonly rows: Repository<ScimUserRow>,
    @InjectRepository(ScimMemberRow) private readonly members: Repository<ScimMemberRow>,
    private readonly database: OrgDatabase,
    private readonly groupsOf: ScimGroupsOf,
    private readonly managers: ScimManagers,
    private readonly provisioner: Provisioner,
    private readonly mails: CredentialMails,
  ) {}

  /** Those that a filter can mean, by their names; all that it says still has to be looked at. */
  async list(org: Org, origin: string, filter?: Filter): Promise<readonly Resource[]> {
    const only = filter && findUserName(filter);
    const rows = await this.rows.find({ where: { orgId: org.id } });
    const named = only === undefined ? undefined : rows.filter(({ userName }) => userName.toLowerCase() === only).map(({ userId }) => userId);
    const users = await this.users.find({ where: named ? [{ orgId: org.id, email: only ?? '' }, { orgId: org.id, id: In(named) }] : { orgId: org.id }, order: { createdAt: 'asc', id: 'asc' } });
    return this.present(org, users, rows, origin);
  }

  async find(org: Org, id: string, origin: string): Promise<Resource> {
    const { user, row } = await this.load(org, id);
    const [resource] = await this.present(org, [user], row ? [row] : [], origin);
    if (!resource) throw missing(id);
    return resource;
  }

  /** Somebody whom the directory had deleted, or who was switched off here and it does not know, comes back. */
  async create(org: Org, body: unknown, origin: string): Promise<Resource> {
    const wanted = readUser(readResource(body, userAttributes));
    await this.refuseTaken(org, wanted.userName, undefined);
    const known = await this.users.findOneBy({ email: wanted.email });
    if (known && (known.orgId !== org.id || !(await this.mayReturn(known)))) throw taken(wanted.userName);
    const { defaultPermissionSets } = await this.groupsOf.settingsOf(org);
    const { name, email, locale } = wanted;
    const user = known ?? (await this.provisioner.create(org, { name, email, permissionSets: defaultPermissionSets, ...(locale && { locale }) }, 'SCIM'));
    await this.write(org, user, wanted);
    await this.managers.settleWaiting(org, user, wanted);
    return this.find(org, user.id, origin);
  }

  async replace(org: Org, id: string, body: unknown, origin: string): Promise<Resource> {
    const { user } = await this.load(org, id);
    await this.write(org, user, readUser(readResource(body, userAttributes)));
    return this.find(org, id, origin);
  }

  async patch(org: Org, id: string, body: unknown, origin: string): Promise<Resource> {
    const { user } = await this.load(org, id);
    const before = await this.find(org, id, origin);
    const after = { ...applyPatch(before, body, userAttributes) };
    // The name that is shown stands in two places: where one of them was changed, it counts.
    if (after['displayName'] === before['displayName'] && JSON.stringify(after['name']) !== JSON.stringify(before['name'])) delete after['displayName'];
    await this.write(org, user, readUser(readResource(after, userAttributes)));
    return this.find(org, id, origin);
  }

  /** Switches them off and forgets what the directory has said; their records stay. */
  async remove(org: Org, id: string): Promise<void> {
    const { user } = await this.load(org, id);
    if (user.active) await this.provisioner.change(org, user, { active: false }, 'SCIM');
    await this.members.delete({ userId: id });
    await this.groupsOf.settle(org, [id], await this.groupsOf.mappings(org));
    await this.rows.upsert({ userId: id, orgId: org.id, userName: `${id}#gone`, externalId: null, attributes: {}, gone: true, changedAt: new Date() }, ['userId']);
  }

  private async load(org: Org, id: string): Promise<{ readonly user: UserRow; readonly row: ScimUserRow | null }> {
    const user = /^[0-9a-f-]{36}$/.test(id) ? await this.users.findOneBy({ id, orgId: org.id }) : null;
    const row = user && (await this.rows.findOneBy({ userId: id }));
    if (!user || row?.gone) throw missing(id);
    return { user, row };
  }

  private async present(org: Org, users: readonly UserRow[], rows: readonly ScimUserRow[], origin: string): Promise<readonly Resource[]> {
    const byUser = new Map(rows.map((row) => [row.userId, row]));
    const there = users.filter(({ id }) => byUser.get(id)?.gone !== true);
    const groups = await this.groupsOf.byUser(org, there.map(({ id }) => id));
    const above = await this.managers.above(there);
    return there.map((user) => {
      const manager = above.get(user.id);
      return presentUser(user, byUser.get(user.id), { groups: groups.get(user.id) ?? [], ...(manager && { manager }) }, origin);
    });
  }

  private async mayReturn(user: UserRow): Promise<boolean> {
    const row = await this.rows.findOneBy({ userId: user.id });
    return row?.gone === true || (!row && !user.active);
  }

  private async write(org: Org, user: UserRow, wanted: WantedUser): Promise<void> {
    const { userName, externalId, name, email, active, locale, timeZone } = wanted;
    await this.refuseTaken(org, userName, user.id);
    const attributes = await this.managers.settle(org, user, wanted, await this.rows.findOneBy({ userId: user.id }));
    if (email !== user.email) await this.changeEmail(org, user, email);
    const changes = { ...(name !== user.name && { name }), ...(active !== user.active && { active }), ...(locale !== undefined && locale !== user.locale && { locale }), ...(timeZone !== undefined && timeZone !== user.timeZone && { timeZone }) };
    if (Object.keys(changes).length > 0) await this.provisioner.change(org, user, changes, 'SCIM');
    await this.rows.upsert({ userId: user.id, orgId: org.id, userName, externalId, attributes: attributes as object, gone: false, changedAt: new Date() }, ['userId']);
  }

  private async refuseTaken(org: Org, userName: string, except: string | undefined): Promise<void> {
    const [row] = (await this.rows.findBy({ orgId: org.id })).filter((one) => one.userName.toLowerCase() === userName.toLowerCase() && one.userId !== except);
    if (row) throw taken(userName);
  }

  /** Who has the address can have the password set anew: a directory shall not become an admin that way. */
  private async changeEmail(org: Org, user: UserRow, email: string): Promise<void> {
    if (user.permissionSets.includes(ADMIN_PERMISSION)) throw new ScimFailure(400, 'The e-mail address of an admin is changed in Setup, not by a directory.', 'mutability');
    try {
      await this.database.transactionWithPlatform(org, async (tx, platform) => {
        await platform.update(UserRow, { id: user.id }, { email });
        await tx.run(sql`update ${sql.id(org.schema, '_user')} set email = ${email} where id = ${user.id}`);
      });
    } catch (error) {
      if (readSqlState(error) !== SqlState.uniqueViolation) throw error;
      throw taken(email);
    }
    // Whoever had the address so far hears of it, and so does whoever has it now.
    for (const told of [user.email, email]) this.mails.tell({ ...user, email: told }, 'emailChanged', 'SCIM');
  }
}

/** In lower case, where a filter means users of one name alone. */
function findUserName(filter: Filter): string | undefined {
  if (filter.kind === 'and') return filter.all.map(findUserName).find((name) => name !== undefined);
  const isName = filter.kind === 'compare' && filter.operator === 'eq' && filter.path.extension === undefined && filter.path.attribute.toLowerCase() === 'username' && typeof filter.value === 'string';
  return isName ? String(filter.value).toLowerCase() : undefined;
}

function missing(id: string): ScimFailure {
  return new ScimFailure(404, `There is no user ${id.slice(0, 100)}.`);
}

function taken(userName: string): ScimFailure {
  return new ScimFailure(409, `${userName.slice(0, 200)} is taken.`, 'uniqueness');
}
