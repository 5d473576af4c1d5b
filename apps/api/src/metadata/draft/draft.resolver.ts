import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { presentUser } from '../../identity/present-user.js';
import { Users } from '../../identity/users.js';
import { validationFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { JsonScalar } from '../../metadata-api/scalars.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import { DocumentKeyInput, presentDocument } from '../types/document.type.js';
import { DraftResultType, DraftType } from '../types/draft.type.js';
import { Drafts } from './drafts.js';
import { stateDocuments } from './lay-over.js';

@Resolver(() => DraftType)
@SetupOnly('objects', 'automation', 'access', 'privacy')
export class DraftResolver {
  constructor(
    private readonly drafts: Drafts,
    private readonly users: Users,
  ) {}

  @Query(() => DraftType)
  async draft(@CurrentActor() { org, access }: Actor): Promise<DraftType> {
    const { baseRevision, published, changes, updatedAt, updatedBy } = await this.drafts.load(org);
    const user = updatedBy ? await this.users.find(org, updatedBy) : undefined;
    return {
      baseRevision,
      changes: stateDocuments(published, changes).filter(({ state }) => state !== 'PUBLISHED').map(presentDocument),
      ...(updatedAt && { updatedAt }),
      ...(user && { updatedBy: presentUser(user, org, access) }),
    };
  }

  @Mutation(() => DraftResultType, { description: 'Lays documents over the published ones. Refused whole, with every problem, when one is wrong.' })
  async saveDraft(
    @CurrentActor() actor: Actor,
    @Args('documents', { type: () => [JsonScalar] }) documents: unknown[],
    @Args('remove', { type: () => [DocumentKeyInput], nullable: true }) remove?: DocumentKeyInput[] | null,
  ): Promise<DraftResultType> {
    const { problems } = await this.drafts.edit(actor.org, actor, { documents, remove: remove ?? [] });
    return problems.length > 0 ? { problems } : { draft: await this.draft(actor), problems };
  }

  @Mutation(() => Boolean, { description: 'Takes one document of the draft back to what is published. False when the draft says nothing of it.' })
  async discardChange(@CurrentActor() actor: Actor, @Args('kind') kind: string, @Args('name') name: string): Promise<boolean> {
    const outcome = await this.drafts.takeBack(actor.org, actor, { kind, name });
    if (outcome && outcome.problems.length > 0) throw validationFailure(outcome.problems, actor.locale);
    return outcome !== undefined;
  }

  @Mutation(() => Boolean)
  async discardDraft(@CurrentActor() actor: Actor): Promise<boolean> {
    const { wasThere, problems } = await this.drafts.discard(actor.org, actor);
    if (problems.length > 0) throw validationFailure(problems, actor.locale);
    return wasThere;
  }
}
