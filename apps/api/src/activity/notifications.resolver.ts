import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { Followers } from './followers.js';
import { NotificationChoices } from './notification-choices.js';
import { MutedRecordType, NotificationChoiceType, NotificationType } from './notification.type.js';
import { Notifications } from './notifications.js';

const id = { type: () => ID };
const ids = { type: () => [ID] };
const left = { description: 'Answers how many are still unread.' };

/** What people are told, and how they want to be told. Everybody's own. */
@Resolver()
export class NotificationsResolver {
  constructor(
    private readonly told: Notifications,
    private readonly choices: NotificationChoices,
    private readonly followers: Followers,
  ) {}

  @Query(() => [NotificationType], { description: 'Newest first. `snoozed`: those alone that come again later.' })
  notifications(
    @CurrentActor() actor: Actor,
    @Args('unreadOnly', { defaultValue: false }) unreadOnly: boolean,
    @Args('snoozed', { defaultValue: false }) snoozed: boolean,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
  ): Promise<readonly NotificationType[]> {
    return this.told.list(actor, { unreadOnly, snoozed, first });
  }

  @Query(() => Int)
  unreadCount(@CurrentActor() actor: Actor): Promise<number> {
    return this.told.countUnread(actor);
  }

  @Query(() => [NotificationChoiceType], { description: 'One per kind.' })
  notificationChoices(@CurrentActor() actor: Actor): Promise<readonly NotificationChoiceType[]> {
    return this.choices.list(actor);
  }

  @Query(() => [MutedRecordType])
  mutedRecords(@CurrentActor() actor: Actor): Promise<readonly MutedRecordType[]> {
    return this.choices.muted(actor);
  }

  @Mutation(() => Int, left)
  markRead(
    @CurrentActor() actor: Actor,
    @Args('ids', { type: () => [ID], nullable: true }) chosen?: string[] | null,
    @Args('all', { type: () => Boolean, nullable: true }) all?: boolean | null,
  ): Promise<number> {
    return this.told.markRead(actor, all ? 'all' : { ids: chosen ?? [] });
  }

  @Mutation(() => Int, left)
  markUnread(@CurrentActor() actor: Actor, @Args('ids', ids) chosen: string[]): Promise<number> {
    return this.told.markUnread(actor, chosen);
  }

  @Mutation(() => Int, { description: 'They come again then, unread; without a moment at once. Answers how many are still unread.' })
  snoozeNotifications(@CurrentActor() actor: Actor, @Args('ids', ids) chosen: string[], @Args('until', { type: () => Date, nullable: true }) until?: Date | null): Promise<number> {
    return this.told.snooze(actor, chosen, until ?? null);
  }

  @Mutation(() => [NotificationChoiceType])
  chooseNotifications(@CurrentActor() actor: Actor, @Args('kind') kind: string, @Args('shown') shown: boolean, @Args('mailed') mailed: boolean): Promise<readonly NotificationChoiceType[]> {
    return this.choices.choose(actor, { kind, shown, mailed });
  }

  @Mutation(() => Boolean, { description: 'Nothing more of a record, but for mentions, what is shared and what one is asked to do.' })
  muteRecord(@CurrentActor() actor: Actor, @Args('object') object: string, @Args('recordId', id) recordId: string): Promise<boolean> {
    return this.choices.mute(actor, object, recordId);
  }

  @Mutation(() => Boolean, { description: 'False when it was not muted.' })
  unmuteRecord(@CurrentActor() actor: Actor, @Args('recordId', id) recordId: string): Promise<boolean> {
    return this.choices.unmute(actor, recordId);
  }

  @Query(() => Boolean, { description: 'Whether one follows a record.' })
  followsRecord(@CurrentActor() actor: Actor, @Args('recordId', id) recordId: string): Promise<boolean> {
    return this.followers.follows(actor, recordId);
  }

  @Mutation(() => Boolean, { description: 'From now on one is told what others say on a record, and what they change of it.' })
  followRecord(@CurrentActor() actor: Actor, @Args('object') object: string, @Args('recordId', id) recordId: string): Promise<boolean> {
    return this.followers.follow(actor, object, recordId);
  }

  @Mutation(() => Boolean, { description: 'False when it was not followed.' })
  unfollowRecord(@CurrentActor() actor: Actor, @Args('recordId', id) recordId: string): Promise<boolean> {
    return this.followers.unfollow(actor, recordId);
  }
}
