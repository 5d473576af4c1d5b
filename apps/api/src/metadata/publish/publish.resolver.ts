import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import { DocumentKeyInput } from '../types/document.type.js';
import { PlanType, PublishResultType } from '../types/plan.type.js';
import { DraftPlans, type CountedPlan } from './draft-plans.js';
import { Publisher } from './publisher.js';

const LONGEST_NOTE = 500;

@Resolver(() => PlanType)
@SetupOnly('objects', 'automation', 'access', 'privacy')
export class PublishResolver {
  constructor(
    private readonly plans: DraftPlans,
    private readonly publisher: Publisher,
  ) {}

  @Query(() => PlanType, { description: 'What publishing the draft would do, counted on the data as they are now.' })
  plan(@CurrentActor() { org, locale }: Actor): Promise<CountedPlan> {
    return this.plans.make(org, locale);
  }

  @Mutation(() => PublishResultType, { description: 'Publishes the draft. `consents` names each destroying change of the plan that was agreed to.' })
  async publish(
    @CurrentActor() { org, userId, access, locale }: Actor,
    @Args('baseRevision', { type: () => Int }) baseRevision: number,
    @Args('consents', { type: () => [String], defaultValue: [] }) consents: string[],
    @Args('only', { type: () => [DocumentKeyInput], nullable: true, description: 'These documents of the draft alone; the rest stays in it.' }) only?: DocumentKeyInput[] | null,
    @Args('note', { type: () => String, nullable: true, description: 'What you say about it: it stands with the revision, and with the versions of workflows; the first 500 characters.' }) note?: string | null,
  ): Promise<PublishResultType> {
    const outcome = await this.publisher.publish(org, { baseRevision, consents, userId, access, locale, ...(only && { only }), ...(note?.trim() && { note: note.trim().slice(0, LONGEST_NOTE) }) });
    if (outcome.kind === 'stale') {
      throw new ApiFailure('CONFLICT', { ...stale, words: { revision: String(outcome.revision) } }, { revision: outcome.revision });
    }
    const { plan } = outcome;
    return outcome.kind === 'published' ? { revision: outcome.revision, plan, problems: [] } : { plan, problems: outcome.problems };
  }
}

const stale = {
  en: 'Revision {revision} has been published since you looked. Look at the plan again, then publish.',
  'zh-TW': '在您查看之後，已有人發佈了版本 {revision}。請重新查看變更後再發佈。',
  'zh-CN': '在您查看之后，已有人发布了版本 {revision}。请重新查看更改后再发布。',
};
