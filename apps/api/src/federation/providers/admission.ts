import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { IdentityLinkRow } from '../../database/entities/identity-link-row.js';
import type { IdentityProviderRow } from '../../database/entities/identity-provider-row.js';
import { UserRow } from '../../database/entities/user-row.js';
import { InputFailure } from '../../metadata-api/api-failure.js';
import type { Org } from '../../orgs/org.js';
import { Orgs } from '../../orgs/orgs.js';
import { Provisioner } from '../provisioner.js';
import { OidcFailure } from './oidc-failure.js';
import { readGroups, readIntroduction, type Claims, type Introduction } from './read-claims.js';

/** Whom a provider introduces, and whether they may come in. */
@Injectable()
export class Admission {
  constructor(
    @InjectRepository(IdentityLinkRow) private readonly links: Repository<IdentityLinkRow>,
    @InjectRepository(UserRow) private readonly users: Repository<UserRow>,
    private readonly provisioner: Provisioner,
    private readonly orgs: Orgs,
  ) {}

  /** With the rights that their groups give as of now. Throws `OidcFailure`. */
  async admit(provider: IdentityProviderRow, claims: Claims): Promise<UserRow> {
    const org = await this.orgs.byId(provider.orgId);
    const who = readIntroduction(claims, provider);
    const groups = readGroups(claims, provider.groupClaim);
    if (!groups) throw new OidcFailure('groupsUnread', `The claim "${provider.groupClaim ?? ''}" was left out: too many groups.`);
    const isMapped = provider.mappings.some(({ group }) => groups.includes(group));
    const link = await this.links.findOneBy({ providerId: provider.id, issuer: who.issuer, subject: who.subject });
    if (!isMapped && provider.needsGroup) {
      if (link) await this.shutOut(org, provider, link);
      throw new OidcFailure('group', 'In none of the mapped groups.');
    }
    const user = await this.reopen(org, link, (link && (await this.users.findOneBy({ id: link.userId, orgId: org.id }))) ?? (await this.meet(org, provider, who)));
    await this.links.upsert({ providerId: provider.id, issuer: who.issuer, subject: who.subject, userId: user.id, shutOut: false, createdAt: link?.createdAt ?? new Date(), lastUsedAt: new Date() }, ['providerId', 'issuer', 'subject']);
    await this.provisioner.applyGroups(org, user, groups, provider.mappings, provider.name);
    return user;
  }

  /** For the first time: somebody of that verified address whom no provider knows yet, or a new user. */
  private async meet(org: Org, { name, makesUsers, defaultPermissionSets }: IdentityProviderRow, who: Introduction): Promise<UserRow> {
    if (who.email === undefined) throw new OidcFailure('email', 'No verified e-mail address of the stated domains.');
    const known = await this.users.findOneBy({ email: who.email });
    if (known) {
      if (known.orgId !== org.id || (await this.links.existsBy({ userId: known.id }))) throw new OidcFailure('unknown', 'The e-mail address belongs to somebody who is known otherwise.');
      return known;
    }
    if (!makesUsers) throw new OidcFailure('unknown', 'Nobody here has that e-mail address.');
    const { email, locale } = who;
    return this.provisioner.create(org, { name: who.name, email, permissionSets: defaultPermissionSets, ...(locale && { locale }) }, name).catch((error: unknown) => {
      if (error instanceof InputFailure) throw new OidcFailure('unknown', error.message);
      throw error;
    });
  }

  /** Who was shut out for want of a group comes in again with one; who was switched off by an admin does not. */
  private async reopen(org: Org, link: IdentityLinkRow | null, user: UserRow): Promise<UserRow> {
    if (user.active) return user;
    if (link?.shutOut !== true) throw new OidcFailure('inactive', 'Switched off.');
    return this.provisioner.change(org, user, { active: true }, 'groups');
  }

  /** Takes away what groups gave, ends the sessions and keys; the last admin stays. */
  private async shutOut(org: Org, provider: IdentityProviderRow, link: IdentityLinkRow): Promise<void> {
    const user = await this.users.findOneBy({ id: link.userId, orgId: org.id, active: true });
    if (!user) return;
    try {
      await this.provisioner.applyGroups(org, user, [], provider.mappings, provider.name);
      await this.provisioner.change(org, user, { active: false }, provider.name);
      await this.links.update({ providerId: link.providerId, issuer: link.issuer, subject: link.subject }, { shutOut: true });
    } catch (error) {
      if (!(error instanceof InputFailure)) throw error;
    }
  }
}
