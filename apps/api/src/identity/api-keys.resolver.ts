import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { ApiKeyType, CreatedApiKeyType } from './api-key.type.js';
import { ApiKeys } from './api-keys.js';

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
  ): Promise<CreatedApiKeyType> {
    const { key, row } = await this.keys.create(actor.org, actor.userId, name, expiresAt ?? undefined);
    return { key, apiKey: row };
  }

  @Mutation(() => Boolean)
  async revokeApiKey(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    await this.keys.revoke(actor.userId, id);
    return true;
  }
}
