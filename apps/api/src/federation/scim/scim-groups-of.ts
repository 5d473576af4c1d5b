import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import type { GroupMapping } from '../../database/entities/identity-provider-row.js';
import { ScimGroupRow, ScimMemberRow, ScimSettingRow } from '../../database/entities/scim-rows.js';
import { UserRow } from '../../database/entities/user-row.js';
import { Models } from '../../metadata/models.js';
import type { Org } from '../../orgs/org.js';
import { Provisioner } from '../provisioner.js';
import type { GroupOfUser } from './user-resource.js';

export interface ScimSettings {
  readonly defaultPermissionSets: readonly string[];
  readonly mappings: readonly GroupMapping[];
}

/** What groups of a directory give their members. */
@Injectable()
export class ScimGroupsOf {
  constructor(
    @InjectRepository(ScimSettingRow) private readonly settings: Repository<ScimSettingRow>,
    @InjectRepository(ScimGroupRow) private readonly groups: Repository<ScimGroupRow>,
    @InjectRepository(ScimMemberRow) private readonly members: Repository<ScimMemberRow>,
    @InjectRepository(UserRow) private readonly users: Repository<UserRow>,
    private readonly models: Models,
    private readonly provisioner: Provisioner,
  ) {}

  async settingsOf(org: Org): Promise<ScimSettings> {
    const row = await this.settings.findOneBy({ orgId: org.sandboxOf ?? org.id });
    return { defaultPermissionSets: row?.defaultPermissionSets ?? [], mappings: row?.mappings ?? [] };
  }

  /** Groups of the users, by user. */
  async byUser(org: Org, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly GroupOfUser[]>> {
    const groups = new Map((await this.groups.findBy({ orgId: org.id })).map((group) => [group.id, group]));
    const found = new Map<string, GroupOfUser[]>();
    for (const { groupId, userId } of userIds.length === 0 ? [] : await this.members.findBy({ userId: In([...userIds]) })) {
      const group = groups.get(groupId);
      if (group) found.set(userId, [...(found.get(userId) ?? []), { id: group.id, displayName: group.displayName }]);
    }
    return found;
  }

  /** What each group gives: what its mapping says, and the team of its name. `names` are groups beside those there are. */
  async mappings(org: Org, names: readonly string[] = []): Promise<readonly GroupMapping[]> {
    const { mappings } = await this.settingsOf(org);
    const { model } = await this.models.current(org);
    const known = [...(await this.groups.findBy({ orgId: org.id })).map(({ displayName }) => displayName), ...names];
    const ofTeams = known.flatMap((group) => {
      const team = model.teams.find(({ name, title }) => [name.toLowerCase(), title.toLowerCase()].includes(group.toLowerCase()));
      return team ? [{ group, permissionSets: [], role: null, teams: [team.name] }] : [];
    });
    return [...mappings, ...ofTeams];
  }

  /** Gives the users what their groups give now. */
  async settle(org: Org, userIds: readonly string[], mappings: readonly GroupMapping[]): Promise<void> {
    const groups = await this.byUser(org, userIds);
    for (const user of userIds.length === 0 ? [] : await this.users.findBy({ id: In([...userIds]), orgId: org.id })) {
      await this.provisioner.applyGroups(org, user, (groups.get(user.id) ?? []).map(({ displayName }) => displayName), mappings, 'SCIM');
    }
  }
}
