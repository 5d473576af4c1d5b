import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { DeletedRecordPageType } from './deleted-record.type.js';
import { RecycleBin } from './recycle-bin.js';

@Resolver()
export class RecycleBinResolver {
  constructor(private readonly bin: RecycleBin) {}

  @Query(() => DeletedRecordPageType, { description: 'Deleted records that this person may bring back, the latest first. They are restored at POST /graphql.' })
  deletedRecords(
    @CurrentActor() actor: Actor,
    @Args('mine', { defaultValue: false, description: 'Only what this person deleted.' }) mine: boolean,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('object', { type: () => String, nullable: true, description: 'All objects when absent.' }) object?: string | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<DeletedRecordPageType> {
    return this.bin.read(actor, { ...(object && { object }), mine, first, ...(after && { after }) });
  }
}
