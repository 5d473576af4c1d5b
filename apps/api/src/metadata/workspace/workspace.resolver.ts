import { Query, Resolver } from '@nestjs/graphql';
import type { WorkspaceDescription } from '@guanxi/metadata';
import { LRUCache } from 'lru-cache';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { JsonScalar } from '../../metadata-api/scalars.js';
import { Models } from '../models.js';
import { describeWorkspace } from './describe-workspace.js';

const WORKSPACES_IN_MEMORY = 50;

@Resolver()
export class WorkspaceResolver {
  /** Equal for everybody with the same rights and language; the revision is part of the rights' key. */
  private readonly described = new LRUCache<string, WorkspaceDescription>({ max: WORKSPACES_IN_MEMORY });

  constructor(private readonly models: Models) {}

  @Query(() => JsonScalar, { description: 'WorkspaceDescription (see @guanxi/metadata): what this person may see, in their language.' })
  async workspace(@CurrentActor() { org, access, locale }: Actor): Promise<WorkspaceDescription> {
    const { model, revision } = await this.models.current(org);
    const key = JSON.stringify([org.id, org.name, revision, access.key, locale]);
    const known = this.described.get(key);
    if (known) return known;
    const workspace = describeWorkspace({ model, revision, access, locale, orgName: org.name });
    this.described.set(key, workspace);
    return workspace;
  }
}
