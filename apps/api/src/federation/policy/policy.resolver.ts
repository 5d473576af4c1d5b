import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Repository } from 'typeorm';
import type { Actor } from '../../access/actor.js';
import { ADMIN_PERMISSION } from '../../access/admin-permission.js';
import { Trail } from '../../audit/trail.js';
import { ApiKeyRow } from '../../database/entities/api-key-row.js';
import { IdentityProviderRow } from '../../database/entities/identity-provider-row.js';
import { UserRow } from '../../database/entities/user-row.js';
import { ApiFailure, InputFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import type { RequestContext } from '../../metadata-api/request-context.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import { federationFaults } from '../federation-wording.js';
import { SignInPolicies, type SignInPolicy } from '../sign-in-policies.js';
import { findPolicyProblems } from './find-policy-problems.js';
import { KeyInUseType, SignInPolicyInput, SignInPolicyType, type FactorRequirement } from './policy.type.js';

/** On which terms people of the org come in, and which keys are about. */
@Resolver(() => SignInPolicyType)
@SetupOnly('security')
export class PolicyResolver {
  constructor(
    private readonly policies: SignInPolicies,
    private readonly trail: Trail,
    @InjectRepository(UserRow) private readonly users: Repository<UserRow>,
    @InjectRepository(ApiKeyRow) private readonly keys: Repository<ApiKeyRow>,
    @InjectRepository(IdentityProviderRow) private readonly providers: Repository<IdentityProviderRow>,
  ) {}

  @Query(() => SignInPolicyType)
  async signInPolicy(@CurrentActor() { org }: Actor, @Context() { request }: RequestContext): Promise<SignInPolicyType> {
    return present(await this.policies.of(org.id), request.ip);
  }

  @Mutation(() => SignInPolicyType, { description: 'Refused where it would shut out whoever asks for it.' })
  async saveSignInPolicy(@CurrentActor() { org, userId }: Actor, @Context() { request }: RequestContext, @Args('input') input: SignInPolicyInput): Promise<SignInPolicyType> {
    if (org.sandboxOf !== undefined) throw new ApiFailure('BAD_REQUEST', federationFaults.inSandbox);
    const before = await this.policies.of(org.id);
    // Who changes something else has not asked for it to hold sooner.
    const factorFrom = input.factorRequired === before.factorRequired ? before.factorFrom : null;
    const policy: SignInPolicy = { ...input, factorFrom, addresses: [...new Set(input.addresses.map((network) => network.trim()))], emergencyUserId: input.emergencyUserId ?? null, apiKeyDays: input.apiKeyDays ?? null };
    const admins = (await this.users.findBy({ orgId: org.id, active: true })).filter(({ permissionSets }) => permissionSets.includes(ADMIN_PERMISSION));
    const hasProvider = await this.providers.existsBy({ orgId: org.id, active: true });
    const problems = findPolicyProblems(policy, { address: request.ip, hasProvider, admins: admins.map(({ id }) => id) });
    if (problems.length > 0) throw new InputFailure(problems);
    await this.policies.save(org.id, policy);
    await this.trail.note({ orgId: org.id, actorId: userId, kind: 'policyChanged', detail: { before: plain(before), after: plain(policy) }, address: request.ip });
    return present(policy, request.ip);
  }

  @Query(() => [KeyInUseType], { description: 'The API keys of everybody, those used last first.' })
  async keysInUse(@CurrentActor() { org }: Actor): Promise<KeyInUseType[]> {
    const rows = await this.keys.find({ where: { user: { orgId: org.sandboxOf ?? org.id }, orgId: org.sandboxOf === undefined ? IsNull() : org.id }, relations: { user: true } });
    return rows
      .sort((one, other) => (other.lastUsedAt?.getTime() ?? 0) - (one.lastUsedAt?.getTime() ?? 0))
      .map(({ id, name, user, permissionSets, createdAt, lastUsedAt, expiresAt }) => ({ id, name, ownerId: user.id, ownerName: user.name, permissionSets, createdAt, lastUsedAt, expiresAt }));
  }
}

function present(policy: SignInPolicy, ownAddress: string): SignInPolicyType {
  return { ...policy, factorRequired: policy.factorRequired as FactorRequirement, addresses: [...policy.addresses], ownAddress };
}

function plain({ factorFrom: _, ...policy }: SignInPolicy) {
  return { ...policy, addresses: [...policy.addresses] };
}
