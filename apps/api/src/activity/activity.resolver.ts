import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { ApiFailure, validationFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { commentFaults } from './comment-wording.js';
import { Comments } from './comments.js';
import { TimelineItemType, TimelinePageType } from './timeline.type.js';
import { Timelines } from './timeline.js';

const id = { type: () => ID };
const MOST_LOOKED_AT = 200;

/** What people say on records. Everybody may use it, on the records that they may read. */
@Resolver()
export class ActivityResolver {
  constructor(
    private readonly comments: Comments,
    private readonly timelines: Timelines,
  ) {}

  @Query(() => TimelinePageType, { description: 'Comments and changes of a record, newest first.' })
  async timeline(
    @CurrentActor() actor: Actor,
    @Args('object') object: string,
    @Args('recordId', id) recordId: string,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<TimelinePageType> {
    const page = await this.timelines.read(actor, { object, recordId, first, ...(after && { after }) });
    if (!page) throw new ApiFailure('NOT_FOUND', commentFaults.noRecord);
    return page;
  }

  @Mutation(() => TimelineItemType)
  async addComment(
    @CurrentActor() actor: Actor,
    @Args('object') object: string,
    @Args('recordId', id) recordId: string,
    @Args('text') text: string,
    @Args('mentions', { type: () => [ID], defaultValue: [] }) mentions: string[],
    @Args('parentId', { ...id, nullable: true }) parentId?: string | null,
  ): Promise<TimelineItemType> {
    const result = await this.comments.add(actor, { object, recordId, text, mentions, ...(parentId && { parentId }) });
    if (!result.ok) throw validationFailure(result.problems, actor.locale);
    return this.find(actor, result.id, { object, recordId }, 20);
  }

  @Mutation(() => TimelineItemType, { description: 'People change the words of their own comments. Who is mentioned only now is told.' })
  async editComment(@CurrentActor() actor: Actor, @Args('id', id) comment: string, @Args('text') text: string, @Args('mentions', { type: () => [ID], defaultValue: [] }) mentions: string[]): Promise<TimelineItemType> {
    const result = await this.comments.edit(actor, comment, { text, mentions });
    if (!result.ok) throw validationFailure(result.problems, actor.locale);
    return this.find(actor, result.id, result.about, MOST_LOOKED_AT);
  }

  private async find(actor: Actor, comment: string, about: { readonly object: string; readonly recordId: string } | undefined, first: number): Promise<TimelineItemType> {
    const page = about && (await this.timelines.read(actor, { ...about, first }));
    const item = page?.items.find((shown) => shown.id === comment);
    if (!item) throw new ApiFailure('CONFLICT', 'The comment was written, but is gone again already.');
    return item;
  }

  @Mutation(() => Boolean, { description: 'People delete their own comments, admins any. False when there is nothing to delete.' })
  deleteComment(@CurrentActor() actor: Actor, @Args('id', id) comment: string): Promise<boolean> {
    return this.comments.delete(actor, comment);
  }
}
