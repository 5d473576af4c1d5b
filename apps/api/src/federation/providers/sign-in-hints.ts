import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ArrayContains, IsNull, Repository } from 'typeorm';
import { IdentityProviderRow } from '../../database/entities/identity-provider-row.js';
import { OrgRow } from '../../database/entities/org-row.js';
import { domainOf } from './read-claims.js';

export interface SignInHint {
  readonly id: string;
  readonly name: string;
}

/** Which providers a sign-in page offers. */
@Injectable()
export class SignInHints {
  constructor(
    @InjectRepository(IdentityProviderRow) private readonly providers: Repository<IdentityProviderRow>,
    @InjectRepository(OrgRow) private readonly orgs: Repository<OrgRow>,
  ) {}

  /** By the domain of the address alone: whether there is such a person makes no difference. Without one, those of the only org there is. */
  async find(email: string): Promise<readonly SignInHint[]> {
    const domain = email.includes('@') ? domainOf(email.trim()) : '';
    const found = domain === '' ? await this.ofOnlyOrg() : await this.providers.find({ where: { active: true, domains: ArrayContains([domain]) }, order: { name: 'asc', id: 'asc' }, take: 10 });
    return found.map(({ id, name }) => ({ id, name }));
  }

  /** Where there are several, their providers would tell strangers who is here. */
  private async ofOnlyOrg(): Promise<readonly IdentityProviderRow[]> {
    const [only, another] = await this.orgs.find({ where: { sandboxOf: IsNull() }, take: 2 });
    return only && !another ? this.providers.find({ where: { active: true, orgId: only.id }, order: { name: 'asc', id: 'asc' }, take: 10 }) : [];
  }
}
