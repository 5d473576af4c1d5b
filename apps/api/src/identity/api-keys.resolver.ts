import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { ApiKeyType, CreatedApiKeyType } from './api-key.type.js';
import { ApiKeys } from './api-keys.js';
import { accountFaults } from './identity-wording.js';

/** Everybody has their own keys; nobody sees another's. */
@Resolver(() => ApiKeyType)
export class ApiKeysResolver {
  constructor(private readonly keys: ApiKeys) {}

  @Query(() => [ApiKeyType])
  apiKeys(@CurrentActor() actor: Actor): Promise<ApiKeyType[]> {
    return this.keys.list(actor.org, actor.userId);
  }

  @Mutation(() => CreatedApiKeyType)
  async createApiKey(
    @CurrentActor() actor: Actor,
    @Args('name') name: string,
    @Args('expiresAt', { type: () => Date, nullable: true }) expiresAt?: Date | null,
    @Args('permissionSets', { type: () => [String], nullable: true, description: 'Limits the key to these; all rights of its owner without them.' }) permissionSets?: string[] | null,
  ): Promise<CreatedApiKeyType> {
    refuseLimited(actor);
    const { key, row } = await this.keys.create(actor.org, actor.userId, name, expiresAt ?? undefined, permissionSets ?? undefined);
    return { key, apiKey: row };
  }

  @Mutation(() => CreatedApiKeyType, { description: 'Another key in its place, with the same name, rights and expiry. The one before works for as many hours more, at most 720; with 0 it ends at once.' })
  async rotateApiKey(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('overlapHours', { type: () => Int, defaultValue: 24 }) overlapHours: number,
  ): Promise<CreatedApiKeyType> {
    refuseLimited(actor);
    const { key, row } = await this.keys.rotate(actor.userId, id, overlapHours);
    return { key, apiKey: row };
  }

  @Mutation(() => ApiKeyType, { description: 'Ends the key before the last rotation now.' })
  endPreviousApiKey(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ApiKeyType> {
    refuseLimited(actor);
    return this.keys.endPrevious(actor.userId, id);
  }

  @Mutation(() => Boolean)
  async revokeApiKey(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    refuseLimited(actor);
    await this.keys.revoke(actor.userId, id);
    return true;
  }
}

/** A limited key could otherwise make itself one without limits. */
function refuseLimited({ access }: Actor): void {
  if (access.limited) throw new ApiFailure('FORBIDDEN', accountFaults.limitedKey);
}
