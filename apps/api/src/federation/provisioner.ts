import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Actors } from '../access/actors.js';
import { ADMIN_PERMISSION } from '../access/admin-permission.js';
import { Trail } from '../audit/trail.js';
import type { GroupMapping } from '../database/entities/identity-provider-row.js';
import { UserRow } from '../database/entities/user-row.js';
import { isLocale } from '../config/international.js';
import { makeToken } from '../identity/token.js';
import { Users, type UserChanges } from '../identity/users.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { Places } from '../people/places.js';
import { mapGroups, type Mapped } from './map-groups.js';

export interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly permissionSets: readonly string[];
  readonly locale?: string;
}

/** Makes and changes users because a provider or a directory says so. */
@Injectable()
export class Provisioner {
  constructor(
    @InjectRepository(UserRow) private readonly rows: Repository<UserRow>,
    private readonly users: Users,
    private readonly places: Places,
    private readonly actors: Actors,
    private readonly models: Models,
    private readonly trail: Trail,
  ) {}

  /** Without a password: they come in by whoever sent them. Throws `InputFailure` like making a user by hand. */
  async create(org: Org, { locale, permissionSets, ...who }: Newcomer, source: string): Promise<UserRow> {
    const known = await this.knownSets(org, permissionSets);
    const user = await this.users.create(org, { ...who, permissionSets: known, password: makeToken(), ...(locale && isLocale(locale) && { locale }) });
    await this.rows.update({ id: user.id }, { passwordHash: null });
    await this.note(org, 'userCreated', user, { source });
    return user;
  }

  async change(org: Org, user: UserRow, changes: UserChanges, source: string): Promise<UserRow> {
    const changed = await this.users.update(org, user.id, changes);
    await this.note(org, changes.active === false ? 'userDeactivated' : 'userChanged', changed, { source, changed: Object.keys(changes) });
    return changed;
  }

  /** Gives what the groups give, by mappings whose sets, roles and teams exist. */
  async applyGroups(org: Org, user: UserRow, groups: readonly string[], mappings: readonly GroupMapping[], source: string): Promise<Mapped> {
    const mapped = mapGroups(user, groups, await this.existing(org, mappings));
    if (!mapped.hasChanged) return mapped;
    const { permissionSets, role, teams } = mapped;
    if (isOther(permissionSets, user.permissionSets)) {
      await this.users.update(org, user.id, { permissionSets });
      await this.note(org, 'rightsChanged', user, { source, before: user.permissionSets, after: [...permissionSets] });
    }
    if (role !== user.role || isOther(teams, user.teams)) await this.places.set(await this.actors.forSystem(org), [user.id], { role, teams });
    return mapped;
  }

  /** Throws `InputFailure` where somebody would come to stand above themselves. */
  async setManager(org: Org, { id }: UserRow, manager: string | null): Promise<void> {
    await this.places.set(await this.actors.forSystem(org), [id], { manager });
  }

  private async knownSets(org: Org, names: readonly string[]): Promise<readonly string[]> {
    const { model } = await this.models.current(org);
    return names.filter((name) => name === ADMIN_PERMISSION || model.permissions.some((set) => set.name === name));
  }

  /** What a mapping names may have been removed since: that must keep nobody out. */
  private async existing(org: Org, mappings: readonly GroupMapping[]): Promise<readonly GroupMapping[]> {
    const { model } = await this.models.current(org);
    const [roles, teams] = [new Set(model.roles.map(({ name }) => name)), new Set(model.teams.map(({ name }) => name))];
    return Promise.all(mappings.map(async (one) => ({
      group: one.group,
      permissionSets: await this.knownSets(org, one.permissionSets),
      role: one.role != null && roles.has(one.role) ? one.role : null,
      teams: one.teams.filter((team) => teams.has(team)),
    })));
  }

  private note(org: Org, kind: 'userCreated' | 'userChanged' | 'userDeactivated' | 'rightsChanged', { id, name }: UserRow, detail: Readonly<Record<string, string | string[]>>): Promise<void> {
    return this.trail.note({ orgId: org.id, actorId: null, kind, subject: { kind: 'user', id, name }, detail });
  }
}

function isOther(one: readonly string[], other: readonly string[]): boolean {
  return one.length !== other.length || one.some((name) => !other.includes(name));
}
