import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Not, Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../access/actor.js';
import { Trail } from '../../audit/trail.js';
import { Settings } from '../../config/settings.js';
import { IdentityLinkRow } from '../../database/entities/identity-link-row.js';
import { IdentityProviderRow } from '../../database/entities/identity-provider-row.js';
import { ValueCipher } from '../../encryption/value-cipher.js';
import { ApiFailure, InputFailure } from '../../metadata-api/api-failure.js';
import { Models } from '../../metadata/models.js';
import type { Org } from '../../orgs/org.js';
import { federationFaults } from '../federation-wording.js';
import { refuseOthers } from '../refuse-others.js';
import { SignInPolicies } from '../sign-in-policies.js';
import { findProviderProblems, isIssuer, type ProviderFields } from './find-provider-problems.js';
import { describe } from './oidc-sign-in.js';
import { ProviderClients } from './provider-clients.js';

export interface ProviderInput extends ProviderFields {
  readonly active: boolean;
  readonly trustsEmail: boolean;
  readonly makesUsers: boolean;
  readonly endsThere: boolean;
  /** Absent: stays as it is. Null: the client has none. */
  readonly clientSecret?: string | null;
}

export interface ProviderTest {
  readonly works: boolean;
  /** What the provider says about itself, or what went wrong; plain text of at most some thousand characters. */
  readonly report: string;
  readonly issuer: string | null;
}

const LONGEST_REPORT = 4_000;

/** The identity providers of an org. */
@Injectable()
export class IdentityProviders {
  constructor(
    @InjectRepository(IdentityProviderRow) private readonly rows: Repository<IdentityProviderRow>,
    @InjectRepository(IdentityLinkRow) private readonly links: Repository<IdentityLinkRow>,
    private readonly clients: ProviderClients,
    private readonly cipher: ValueCipher,
    private readonly models: Models,
    private readonly policies: SignInPolicies,
    private readonly settings: Settings,
    private readonly trail: Trail,
  ) {}

  list(org: Org): Promise<IdentityProviderRow[]> {
    return this.rows.find({ where: { orgId: org.sandboxOf ?? org.id }, order: { name: 'asc', id: 'asc' } });
  }

  /** How many people come by each. */
  async countPeople(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const counts = await Promise.all(ids.map(async (providerId) => [providerId, await this.links.countBy({ providerId })] as const));
    return new Map(counts);
  }

  async save(actor: Actor, id: string | null, { clientSecret, ...input }: ProviderInput): Promise<IdentityProviderRow> {
    refuseOthers(actor);
    const { org } = actor;
    const before = id === null ? null : await this.find(org, id);
    const { model } = await this.models.current(org);
    const wanted = tidy(input);
    const problems = findProviderProblems(wanted, model, this.settings.webhookAllow);
    if (problems.length > 0) throw new InputFailure(problems);
    if (before?.active && !wanted.active) await this.refuseLosingLast(org, before.id);
    const secret = clientSecret === undefined ? (before?.clientSecret ?? null) : clientSecret ? this.cipher.encrypt(clientSecret) : null;
    const row = this.rows.create({ ...wanted, id: before?.id ?? uuidv7(), orgId: org.id, clientSecret: secret, createdAt: before?.createdAt ?? new Date(), changedAt: new Date() } as Partial<IdentityProviderRow>);
    // A subject is somebody else's at another issuer.
    if (before && before.issuer !== row.issuer) await this.links.delete({ providerId: row.id });
    await this.rows.save(row);
    await this.note(actor, row, { change: before ? 'changed' : 'added', issuer: row.issuer, domains: row.domains });
    return row;
  }

  async remove(actor: Actor, id: string): Promise<void> {
    refuseOthers(actor);
    const row = await this.find(actor.org, id);
    if (row.active) await this.refuseLosingLast(actor.org, id);
    await this.rows.delete({ id });
    await this.note(actor, row, { change: 'removed' });
  }

  /** Reads what the provider says about itself, by the same ways and guards as a sign-in does. */
  async test(actor: Actor, issuer: string): Promise<ProviderTest> {
    refuseOthers(actor);
    const address = issuer.trim();
    if (!isIssuer(address, this.settings.webhookAllow)) throw new InputFailure([{ path: '/issuer', code: 'issuer', said: federationFaults.issuer }]);
    try {
      const server = (await this.clients.discover({ issuer: address, clientId: 'test', secret: null })).serverMetadata();
      return { works: true, issuer: server.issuer, report: JSON.stringify(server, null, 2).slice(0, LONGEST_REPORT) };
    } catch (error) {
      return { works: false, issuer: null, report: describe(error).slice(0, LONGEST_REPORT) };
    }
  }

  private async find(org: Org, id: string): Promise<IdentityProviderRow> {
    const row = await this.rows.findOneBy({ id, orgId: org.id });
    if (!row) throw new ApiFailure('NOT_FOUND', federationFaults.noSuchProvider);
    return row;
  }

  private async refuseLosingLast(org: Org, id: string): Promise<void> {
    const { passwordAllowed } = await this.policies.of(org.id);
    if (passwordAllowed || (await this.rows.existsBy({ orgId: org.id, active: true, id: Not(id) }))) return;
    throw new InputFailure([{ path: '/active', code: 'lastProvider', said: federationFaults.lastProvider }]);
  }

  private note({ org, userId }: Actor, { id, name }: IdentityProviderRow, detail: Readonly<Record<string, string | string[]>>): Promise<void> {
    return this.trail.note({ orgId: org.id, actorId: userId, kind: 'providerChanged', subject: { kind: 'provider', id, name }, detail });
  }
}

function tidy<Fields extends ProviderFields>(input: Fields): Fields {
  return {
    ...input,
    name: input.name.trim(),
    issuer: input.issuer.trim(),
    clientId: input.clientId.trim(),
    scopes: input.scopes.trim().replaceAll(/\s+/g, ' '),
    domains: [...new Set(input.domains.map((domain) => domain.trim().toLowerCase().replace(/^@/, '')))],
    groupClaim: input.groupClaim?.trim() || null,
    mappings: input.mappings.map(({ group, permissionSets, role, teams }) => ({ group: group.trim(), permissionSets: [...new Set(permissionSets)], role: role ?? null, teams: [...new Set(teams)] })),
  };
}
