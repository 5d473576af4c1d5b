import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { ApiFailure, validationFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { commentFaults } from './comment-wording.js';
import { Comments } from './comments.js';
import { NotificationType } from './notification.type.js';
import { Notifications } from './notifications.js';
import { TimelineItemType, TimelinePageType } from './timeline.type.js';
import { Timelines } from './timeline.js';

const id = { type: () => ID };

/** What people say and are told. Everybody may use it, on the records that they may read. */
@Resolver()
export class ActivityResolver {
  constructor(
    private readonly comments: Comments,
    private readonly timelines: Timelines,
    private readonly told: Notifications,
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
    const page = await this.timelines.read(actor, { object, recordId, first: 20 });
    const item = page?.items.find((shown) => shown.id === result.id);
    if (!item) throw new ApiFailure('CONFLICT', 'The comment was written, but is gone again already.');
    return item;
  }

  @Mutation(() => Boolean, { description: 'People delete their own comments, admins any. False when there is nothing to delete.' })
  deleteComment(@CurrentActor() actor: Actor, @Args('id', id) comment: string): Promise<boolean> {
    return this.comments.delete(actor, comment);
  }

  @Query(() => [NotificationType])
  notifications(
    @CurrentActor() actor: Actor,
    @Args('unreadOnly', { defaultValue: false }) unreadOnly: boolean,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
  ): Promise<readonly NotificationType[]> {
    return this.told.list(actor, { unreadOnly, first });
  }

  @Query(() => Int)
  unreadCount(@CurrentActor() actor: Actor): Promise<number> {
    return this.told.countUnread(actor);
  }

  @Mutation(() => Int, { description: 'Answers how many are still unread.' })
  markRead(
    @CurrentActor() actor: Actor,
    @Args('ids', { type: () => [ID], nullable: true }) ids?: string[] | null,
    @Args('all', { type: () => Boolean, nullable: true }) all?: boolean | null,
  ): Promise<number> {
    return this.told.markRead(actor, all ? 'all' : { ids: ids ?? [] });
  }
}
