import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { PurgePreviewType, PurgeResultType } from './purge.type.js';
import { Purges } from './purges.js';

const ids = { type: () => [ID], nullable: true } as const;
const before = { type: () => Date, nullable: true } as const;

@SetupOnly('data')
@Resolver()
export class PurgesResolver {
  constructor(private readonly purges: Purges) {}

  @Query(() => PurgePreviewType, { description: 'What would go for good. Either `ids`, or all that were deleted before an instant.' })
  purgePreview(@CurrentActor() actor: Actor, @Args('object') object: string, @Args('ids', ids) wanted?: string[] | null, @Args('before', before) moment?: Date | null): Promise<PurgePreviewType> {
    return this.purges.preview(actor, object, wanted ?? undefined, moment ?? undefined);
  }

  @Mutation(() => PurgeResultType, { description: 'Deletes records of the recycle bin for good. `expected`: as many as the preview told.' })
  purgeDeletedRecords(
    @CurrentActor() actor: Actor,
    @Args('object') object: string,
    @Args('expected', { type: () => Int }) expected: number,
    @Args('ids', ids) wanted?: string[] | null,
    @Args('before', before) moment?: Date | null,
  ): Promise<PurgeResultType> {
    return this.purges.purge(actor, object, wanted ?? undefined, moment ?? undefined, expected);
  }
}
