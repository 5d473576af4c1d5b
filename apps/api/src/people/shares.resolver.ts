import { say } from '@guanxi/field-types';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { RecordSharingType, ShareWithInput, shareAccesses, type RecordShareType, type ShareAccess } from './share.types.js';
import { Shares, type RecordSharing, type Share } from './shares.js';

const id = { type: () => ID };
const parties = { type: () => [ShareWithInput] };

/** Records shared one by one, by those who own them. */
@Resolver()
export class SharesResolver {
  constructor(private readonly shares: Shares) {}

  @Query(() => RecordSharingType, { description: 'Of a record that you may read.' })
  async recordShares(@CurrentActor() actor: Actor, @Args('object') object: string, @Args('recordId', id) recordId: string): Promise<RecordSharingType> {
    return present(await this.shares.ofRecord(actor, object, recordId), actor);
  }

  @Mutation(() => RecordSharingType, { description: 'Opens a record to others, or changes how it is open to them already. For whoever may change it and owns it, stands above its owner or is an admin.' })
  async shareRecord(
    @CurrentActor() actor: Actor,
    @Args('object') object: string,
    @Args('recordId', id) recordId: string,
    @Args('with', parties) others: ShareWithInput[],
    @Args('access', { type: () => shareAccesses }) access: ShareAccess,
    @Args('until', { type: () => Date, nullable: true }) until?: Date | null,
    @Args('reason', { type: () => String, nullable: true }) reason?: string | null,
  ): Promise<RecordSharingType> {
    return present(await this.shares.share(actor, object, recordId, { with: others, access, until: until ?? null, reason: reason ?? null }), actor);
  }

  @Mutation(() => Boolean, { description: 'For whoever may share the record, and for the person it was shared with.' })
  async endShare(@CurrentActor() actor: Actor, @Args('id', id) share: string): Promise<boolean> {
    await this.shares.end(actor, share);
    return true;
  }
}

function present({ record, owner, shares, ended }: RecordSharing, { locale }: Actor): RecordSharingType {
  const sharing = record.object.document?.guanxi.sharing;
  return {
    mayShare: record.refusal === undefined,
    refusal: record.refusal ? say(record.refusal, locale) : null,
    owner,
    default: sharing?.default ?? 'private',
    throughRoles: sharing?.throughRoles !== false,
    shares: shares.map(presentShare),
    ended: ended.map(presentShare),
  };
}

function presentShare({ end, ...share }: Share): RecordShareType {
  return { ...share, end: end?.how ?? null, endedAt: end?.at ?? null, endedBy: end?.by ?? null };
}
