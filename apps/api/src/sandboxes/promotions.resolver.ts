import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import type { Choices } from '../apps/apps.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { JsonScalar } from '../metadata-api/scalars.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { PublishResultType } from '../metadata/types/plan.type.js';
import { PromotionType } from './promotion.type.js';
import { Promotions } from './promotions.js';

@Resolver(() => PromotionType)
@SetupOnly('organisation')
export class PromotionsResolver {
  constructor(private readonly promotions: Promotions) {}

  @Query(() => PromotionType, { description: 'Three-way comparison of a sandbox with its source. `choices` decides conflicts by their paths: `mine` is the source.' })
  async promotion(
    @CurrentActor() actor: Actor,
    @Args('sandbox', { type: () => ID }) sandbox: string,
    @Args('choices', { type: () => JsonScalar, nullable: true }) choices?: Choices | null,
  ): Promise<PromotionType> {
    return (await this.promotions.review(actor, sandbox, choices ?? {})) as PromotionType;
  }

  @Mutation(() => PublishResultType, { description: 'Publishes a sandbox’s changes in its source: as one revision, or not at all.' })
  promote(
    @CurrentActor() actor: Actor,
    @Args('sandbox', { type: () => ID }) sandbox: string,
    @Args('choices', { type: () => JsonScalar, nullable: true }) choices?: Choices | null,
    @Args('consents', { type: () => [String], defaultValue: [] }) consents: string[] = [],
  ): Promise<PublishResultType> {
    return this.promotions.promote(actor, sandbox, choices ?? {}, consents);
  }
}
