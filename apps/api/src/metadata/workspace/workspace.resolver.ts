import { Query, Resolver } from '@nestjs/graphql';
import type { WorkspaceDescription } from '@guanxi/metadata';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { JsonScalar } from '../../metadata-api/scalars.js';
import { Models } from '../models.js';
import { describeWorkspace } from './describe-workspace.js';

@Resolver()
export class WorkspaceResolver {
  constructor(private readonly models: Models) {}

  @Query(() => JsonScalar, { description: 'WorkspaceDescription (see @guanxi/metadata): what this person may see, in their language.' })
  async workspace(@CurrentActor() { org, access, locale }: Actor): Promise<WorkspaceDescription> {
    const { model, revision } = await this.models.current(org);
    return describeWorkspace({ model, revision, access, locale, orgName: org.name });
  }
}
