import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ScimGroupRow, ScimMemberRow, ScimUserRow } from '../../database/entities/scim-rows.js';
import { UserRow } from '../../database/entities/user-row.js';
import { readSqlState, SqlState } from '../../database/sql-state.js';
import type { Org } from '../../orgs/org.js';
import { applyPatch } from './apply-patch.js';
import { groupAttributes } from './attributes.js';
import { versionOf } from './list-response.js';
import { isRecord, type Resource } from './match-filter.js';
import { readResource } from './read-resource.js';
import { ScimFailure } from './scim-failure.js';
import { ScimGroupsOf } from './scim-groups-of.js';

export const GROUP_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Group';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** The groups that a directory has sent to an org. */
@Injectable()
export class ScimGroups {
  constructor(
    @InjectRepository(ScimGroupRow) private readonly groups: Repository<ScimGroupRow>,
    @InjectRepository(ScimMemberRow) private readonly members: Repository<ScimMemberRow>,
    @InjectRepository(UserRow) private readonly users: Repository<UserRow>,
    @InjectRepository(ScimUserRow) private readonly rows: Repository<ScimUserRow>,
    private readonly groupsOf: ScimGroupsOf,
  ) {}

  async list(org: Org, origin: string): Promise<readonly Resource[]> {
    const groups = await this.groups.find({ where: { orgId: org.id }, order: { createdAt: 'asc', id: 'asc' } });
    const members = groups.length === 0 ? [] : await this.members.findBy({ groupId: In(groups.map(({ id }) => id)) });
    const people = new Map((await this.users.find({ where: { orgId: org.id }, select: { id: true, name: true } })).map((user) => [user.id, user]));
    return groups.map((group) => present(group, members.filter(({ groupId }) => groupId === group.id).flatMap(({ userId }) => people.get(userId) ?? []), origin));
  }

  async find(org: Org, id: string, origin: string): Promise<Resource> {
    const group = await this.load(org, id);
    const ids = (await this.members.findBy({ groupId: id })).map(({ userId }) => userId);
    const people = ids.length === 0 ? [] : await this.users.find({ where: { id: In(ids), orgId: org.id }, order: { name: 'asc', id: 'asc' } });
    return present(group, people, origin);
  }

  async create(org: Org, body: unknown, origin: string): Promise<Resource> {
    const id = uuidv7();
    await this.write(org, id, () => readResource(body, groupAttributes), origin);
    return this.find(org, id, origin);
  }

  async replace(org: Org, id: string, body: unknown, origin: string): Promise<Resource> {
    await this.load(org, id);
    await this.write(org, id, () => readResource(body, groupAttributes), origin);
    return this.find(org, id, origin);
  }

  async patch(org: Org, id: string, body: unknown, origin: string): Promise<Resource> {
    await this.load(org, id);
    await this.write(org, id, (before) => readResource(applyPatch(before, body, groupAttributes), groupAttributes), origin);
    return this.find(org, id, origin);
  }

  async remove(org: Org, id: string): Promise<void> {
    await this.load(org, id);
    const mappings = await this.groupsOf.mappings(org);
    const people = (await this.members.findBy({ groupId: id })).map(({ userId }) => userId);
    await this.groups.delete({ id });
    await this.groupsOf.settle(org, people, mappings);
  }

  /** One change of a group after another, so that none undoes what another has just done. */
  private async write(org: Org, id: string, change: (before: Resource) => Resource, origin: string): Promise<void> {
    const { before, name, moved } = await this.groups.manager.transaction(async (platform) => {
      await platform.query('select id from guanxi.org where id = $1 for no key update', [org.id]);
      const group = await platform.findOneBy(ScimGroupRow, { id, orgId: org.id });
      const had = (await platform.findBy(ScimMemberRow, { groupId: id })).map(({ userId }) => userId);
      const wanted = change(group ? present(group, await this.peopleOf(platform, org, had), origin) : {});
      const displayName = typeof wanted['displayName'] === 'string' ? wanted['displayName'].trim() : '';
      if (displayName === '') throw new ScimFailure(400, '"displayName" is missing.', 'invalidValue');
      const has = await this.readMembers(platform, org, wanted);
      const externalId = typeof wanted['externalId'] === 'string' ? wanted['externalId'] : null;
      await platform.save(ScimGroupRow, { id, orgId: org.id, displayName, externalId, createdAt: group?.createdAt ?? new Date(), changedAt: new Date() });
      const [left, joined] = [had.filter((one) => !has.includes(one)), has.filter((one) => !had.includes(one))];
      if (left.length > 0) await platform.delete(ScimMemberRow, { groupId: id, userId: In(left) });
      if (joined.length > 0) await platform.insert(ScimMemberRow, joined.map((userId) => ({ groupId: id, userId })));
      const isRenamed = group !== null && group.displayName !== displayName;
      return { before: group?.displayName, name: displayName, moved: isRenamed ? [...new Set([...had, ...has])] : [...left, ...joined] };
    }).catch((error: unknown) => {
      if (readSqlState(error) === SqlState.uniqueViolation) throw new ScimFailure(409, 'There is a group of that name.', 'uniqueness');
      throw error;
    });
    await this.groupsOf.settle(org, moved, await this.groupsOf.mappings(org, before !== undefined && before !== name ? [before] : []));
  }

  private async readMembers(platform: EntityManager, org: Org, { members }: Resource): Promise<readonly string[]> {
    const ids = [...new Set([members ?? []].flat().flatMap((one) => (isRecord(one) && typeof one['value'] === 'string' ? one['value'] : [])))];
    const people = new Set((await this.peopleOf(platform, org, ids.filter((id) => /^[0-9a-f-]{36}$/.test(id)))).map(({ id }) => id));
    const stranger = ids.find((id) => !people.has(id));
    if (stranger !== undefined) throw new ScimFailure(400, `There is no user ${stranger.slice(0, 100)}.`, 'invalidValue');
    return ids;
  }

  /** Those of the org whom the directory has not deleted. */
  private async peopleOf(platform: EntityManager, org: Org, ids: readonly string[]): Promise<readonly Person[]> {
    if (ids.length === 0) return [];
    const gone = new Set((await this.rows.findBy({ userId: In([...ids]), gone: true })).map(({ userId }) => userId));
    return (await platform.findBy(UserRow, { id: In([...ids]), orgId: org.id })).filter(({ id }) => !gone.has(id));
  }

  private async load(org: Org, id: string): Promise<ScimGroupRow> {
    const group = /^[0-9a-f-]{36}$/.test(id) ? await this.groups.findOneBy({ id, orgId: org.id }) : null;
    if (!group) throw new ScimFailure(404, `There is no group ${id.slice(0, 100)}.`);
    return group;
  }
}

function present(group: ScimGroupRow, people: readonly Person[], origin: string): Resource {
  const resource = {
    schemas: [GROUP_SCHEMA],
    id: group.id,
    ...(group.externalId !== null && { externalId: group.externalId }),
    displayName: group.displayName,
    members: people.map(({ id, name }) => ({ value: id, $ref: `${origin}/scim/v2/Users/${id}`, display: name, type: 'User' })),
  };
  return { ...resource, meta: { resourceType: 'Group', created: group.createdAt.toISOString(), lastModified: group.changedAt.toISOString(), location: `${origin}/scim/v2/Groups/${group.id}`, version: versionOf(resource) } };
}
