import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { Trail } from '../../audit/trail.js';
import type { TrailKind } from '../../audit/trail-kinds.js';
import type { ApiKeyRow } from '../../database/entities/api-key-row.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import type { RequestContext } from '../../metadata-api/request-context.js';
import { accountFaults } from '../identity-wording.js';
import { isAccessToken } from './access-tokens.js';
import { ApiKeyType, CreatedApiKeyType } from './api-key.type.js';
import { ApiKeys } from './api-keys.js';
import { keyFaults } from './key-wording.js';

const id = { type: () => ID };

/** Everybody has their own keys; nobody sees another's. */
@Resolver(() => ApiKeyType)
export class ApiKeysResolver {
  constructor(
    private readonly keys: ApiKeys,
    private readonly trail: Trail,
  ) {}

  @Query(() => [ApiKeyType])
  apiKeys(@CurrentActor() actor: Actor): Promise<ApiKeyType[]> {
    return this.keys.list(actor.org, actor.userId);
  }

  @Mutation(() => CreatedApiKeyType)
  async createApiKey(
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
    @Args('name') name: string,
    @Args('expiresAt', { type: () => Date, nullable: true }) expiresAt?: Date | null,
    @Args('permissionSets', { type: () => [String], nullable: true, description: 'Limits the key to these; all rights of its owner without them.' }) permissionSets?: string[] | null,
  ): Promise<CreatedApiKeyType> {
    refuseOthers(actor, context);
    const { key, row } = await this.keys.create(actor.org, actor.userId, name, expiresAt ?? undefined, permissionSets ?? undefined);
    await this.note(actor, context, 'keyMade', row);
    return { key, apiKey: row };
  }

  @Mutation(() => CreatedApiKeyType, { description: 'Another key in its place, with the same name, rights and expiry. The one before works for as many hours more, at most 720; with 0 it ends at once.' })
  async rotateApiKey(
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
    @Args('id', id) keyId: string,
    @Args('overlapHours', { type: () => Int, defaultValue: 24 }) overlapHours: number,
  ): Promise<CreatedApiKeyType> {
    refuseOthers(actor, context);
    const { key, row } = await this.keys.rotate(actor.userId, keyId, overlapHours);
    await this.note(actor, context, 'keyRotated', row);
    return { key, apiKey: row };
  }

  @Mutation(() => ApiKeyType, { description: 'Ends the key before the last rotation now.' })
  endPreviousApiKey(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('id', id) keyId: string): Promise<ApiKeyType> {
    refuseOthers(actor, context);
    return this.keys.endPrevious(actor.userId, keyId);
  }

  @Mutation(() => Boolean)
  async revokeApiKey(@CurrentActor() actor: Actor, @Context() context: RequestContext, @Args('id', id) keyId: string): Promise<boolean> {
    refuseOthers(actor, context);
    await this.note(actor, context, 'keyRevoked', await this.keys.revoke(actor.userId, keyId));
    return true;
  }

  private async note({ org, userId }: Actor, { request }: RequestContext, kind: TrailKind, { id: keyId, name, permissionSets }: ApiKeyRow): Promise<void> {
    await this.trail.note({ orgId: org.id, actorId: userId, kind, subject: { kind: 'key', id: keyId, name }, detail: { permissionSets }, address: request.ip });
  }
}

/** A limited key could otherwise make itself one without limits; a client is no person that a key could belong to. */
function refuseOthers({ access }: Actor, { request: { credential } }: RequestContext): void {
  if (access.limited) throw new ApiFailure('FORBIDDEN', accountFaults.limitedKey);
  if (credential && isAccessToken(credential.token)) throw new ApiFailure('FORBIDDEN', keyFaults.peopleOnly);
}
