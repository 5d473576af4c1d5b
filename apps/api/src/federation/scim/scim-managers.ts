import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { ScimUserRow } from '../../database/entities/scim-rows.js';
import { UserRow } from '../../database/entities/user-row.js';
import type { Org } from '../../orgs/org.js';
import { Provisioner } from '../provisioner.js';
import { ENTERPRISE_SCHEMA } from './enterprise.js';
import { readManager, withoutManager } from './said-manager.js';
import { ScimFailure } from './scim-failure.js';
import type { ManagerOfUser, WantedUser } from './user-resource.js';

/** Who stands above whom, as directories say it. A manager that somebody gave here stays until the directory names one. */
@Injectable()
export class ScimManagers {
  constructor(
    @InjectRepository(UserRow) private readonly users: Repository<UserRow>,
    @InjectRepository(ScimUserRow) private readonly rows: Repository<ScimUserRow>,
    private readonly provisioner: Provisioner,
  ) {}

  /** By the id of the user who stands below. */
  async above(users: readonly UserRow[]): Promise<ReadonlyMap<string, ManagerOfUser>> {
    const ids = [...new Set(users.flatMap(({ managerId }) => managerId ?? []))];
    const found = new Map((ids.length === 0 ? [] : await this.users.findBy({ id: In(ids) })).map(({ id, name }) => [id, { id, name }]));
    return new Map(users.flatMap(({ id, managerId }) => { const manager = found.get(managerId ?? ''); return manager ? [[id, manager]] : []; }));
  }

  /**
   * Asked before anything else is written; answers the attributes to keep. What names nobody who is active here is kept as it was
   * said, and nobody stands above then.
   */
  async settle(org: Org, user: UserRow, { manager, attributes }: WantedUser, before: ScimUserRow | null): Promise<Record<string, unknown>> {
    const saidBefore = before !== null && !before.gone && readManager(before.attributes) !== undefined;
    if (manager === undefined && !saidBefore) return attributes;
    // A change by PATCH begins with what was told: the directory has only heard of this manager.
    if (manager === user.managerId) return saidBefore ? attributes : { ...attributes, [ENTERPRISE_SCHEMA]: withoutManager(attributes[ENTERPRISE_SCHEMA]) };
    if (manager === user.id) throw new ScimFailure(400, 'Nobody is their own manager.', 'invalidValue');
    const wanted = manager === undefined ? undefined : await this.find(org, user, manager);
    if ((wanted?.id ?? null) !== user.managerId) await this.provisioner.setManager(org, user, wanted?.id ?? null);
    return attributes;
  }

  /** Directories may name a manager before they send one. */
  async settleWaiting(org: Org, newcomer: UserRow, { userName, externalId, email }: WantedUser): Promise<void> {
    const names = new Set([userName.toLowerCase(), email, ...(externalId === null ? [] : [externalId.toLowerCase()])]);
    const waiting = (await this.rows.findBy({ orgId: org.id })).filter(({ userId, gone, attributes }) => !gone && userId !== newcomer.id && names.has(readManager(attributes)?.toLowerCase() ?? ''));
    for (const { userId } of waiting) {
      const user = await this.users.findOneBy({ id: userId, orgId: org.id });
      if (user && user.managerId === null && newcomer.active) await this.provisioner.setManager(org, user, newcomer.id);
    }
  }

  private async find(org: Org, user: UserRow, name: string): Promise<UserRow | undefined> {
    const wanted = name.toLowerCase();
    const rows = await this.rows.findBy({ orgId: org.id });
    const named = rows.find((row) => !row.gone && (row.userId === wanted || row.userName.toLowerCase() === wanted || row.externalId?.toLowerCase() === wanted));
    const id = named?.userId ?? (/^[0-9a-f-]{36}$/.test(wanted) ? wanted : undefined);
    const found = await this.users.findOneBy(id === undefined ? { email: wanted, orgId: org.id } : { id, orgId: org.id });
    return found?.active && found.id !== user.id ? found : undefined;
  }
}
