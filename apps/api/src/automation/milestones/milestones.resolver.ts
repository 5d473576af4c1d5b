import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { commentFaults } from '../../activity/comment-wording.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { MilestoneType } from './milestone.type.js';
import { Milestones } from './milestones.js';

/** Everybody sees the clocks of the records that they may read. */
@Resolver()
export class MilestonesResolver {
  constructor(private readonly clocks: Milestones) {}

  @Query(() => [MilestoneType], { description: 'Clocks that workflows have started on a record, newest first.' })
  async milestones(@CurrentActor() actor: Actor, @Args('object') object: string, @Args('recordId', { type: () => ID }) recordId: string): Promise<readonly MilestoneType[]> {
    const found = await this.clocks.ofRecord(actor, object, recordId);
    if (!found) throw new ApiFailure('NOT_FOUND', commentFaults.noRecord);
    return found;
  }
}
