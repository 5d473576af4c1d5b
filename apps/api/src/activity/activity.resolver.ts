import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { ApiFailure, validationFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { commentFaults } from './comment-wording.js';
import { Comments } from './comments.js';
import type { TimelinePart } from './timeline-parts.js';
import { shownParts, TimelineItemType, TimelinePageType } from './timeline.type.js';
import { Timelines } from './timeline.js';

const id = { type: () => ID };

/** What people say on records. Everybody may use it, on the records that they may read. */
@Resolver()
export class ActivityResolver {
  constructor(
    private readonly comments: Comments,
    private readonly timelines: Timelines,
  ) {}

  @Query(() => TimelinePageType, { description: 'What people said and what happened on a record, newest first; `parts` chooses among it.' })
  async timeline(
    @CurrentActor() actor: Actor,
    @Args('object') object: string,
    @Args('recordId', id) recordId: string,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
    @Args('parts', { type: () => [shownParts], nullable: true }) parts?: TimelinePart[] | null,
  ): Promise<TimelinePageType> {
    const page = await this.timelines.read(actor, { object, recordId, first, parts: parts ?? [], ...(after && { after }) });
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
    @Args('attachments', { type: () => [ID], defaultValue: [], description: 'Files of the record, uploaded before.' }) attachments: string[] = [],
  ): Promise<TimelineItemType> {
    const result = await this.comments.add(actor, { object, recordId, text, mentions, attachments, ...(parentId && { parentId }) });
    if (!result.ok) throw validationFailure(result.problems, actor.locale);
    return this.find(actor, result.id, { object, recordId });
  }

  @Mutation(() => TimelineItemType, { description: 'People change the words of their own comments. Who is mentioned only now is told.' })
  async editComment(@CurrentActor() actor: Actor, @Args('id', id) comment: string, @Args('text') text: string, @Args('mentions', { type: () => [ID], defaultValue: [] }) mentions: string[]): Promise<TimelineItemType> {
    const result = await this.comments.edit(actor, comment, { text, mentions });
    if (!result.ok) throw validationFailure(result.problems, actor.locale);
    return this.find(actor, result.id, result.about);
  }

  @Mutation(() => TimelineItemType, { description: 'Whoever may read the record says what they think of a comment, or takes it back.' })
  async reactToComment(@CurrentActor() actor: Actor, @Args('id', id) comment: string, @Args('reaction') reaction: string, @Args('on', { defaultValue: true }) on: boolean): Promise<TimelineItemType> {
    const result = await this.comments.react(actor, comment, { reaction, on });
    if (!result.ok) throw validationFailure(result.problems, actor.locale);
    return this.find(actor, result.id, result.about);
  }

  @Mutation(() => TimelineItemType, { description: 'A pinned comment stands above the timeline for everybody.' })
  async pinComment(@CurrentActor() actor: Actor, @Args('id', id) comment: string, @Args('pinned', { defaultValue: true }) pinned: boolean): Promise<TimelineItemType> {
    const result = await this.comments.pin(actor, comment, pinned);
    if (!result.ok) throw validationFailure(result.problems, actor.locale);
    return this.find(actor, result.id, result.about);
  }

  @Query(() => [ID], { description: 'Those of the people who may not read the record: they could not be mentioned in a comment on it.' })
  async mayNotRead(@CurrentActor() actor: Actor, @Args('object') object: string, @Args('recordId', id) recordId: string, @Args('people', { type: () => [ID] }) people: string[]): Promise<readonly string[]> {
    const strangers = await this.comments.findStrangers(actor, { object, recordId }, people);
    if (!strangers) throw new ApiFailure('NOT_FOUND', commentFaults.noRecord);
    return strangers;
  }

  @Mutation(() => Boolean, { description: 'People delete their own comments, admins any. False when there is nothing to delete.' })
  deleteComment(@CurrentActor() actor: Actor, @Args('id', id) comment: string): Promise<boolean> {
    return this.comments.delete(actor, comment);
  }

  private async find(actor: Actor, comment: string, about: { readonly object: string; readonly recordId: string } | undefined): Promise<TimelineItemType> {
    const item = about && (await this.timelines.comment(actor, about, comment));
    if (!item) throw new ApiFailure('CONFLICT', commentFaults.gone);
    return item;
  }
}
