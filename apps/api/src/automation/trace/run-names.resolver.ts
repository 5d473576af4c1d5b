import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { OrgDatabase } from '../../database/org-database.js';
import { Models } from '../../metadata/models.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { JsonScalar } from '../../metadata-api/scalars.js';
import { RunType } from '../types/run.type.js';
import { nameIds, type NamedId } from './name-ids.js';

/** What the ids in a trace stand for, where somebody asks. */
@Resolver(() => RunType)
export class RunNamesResolver {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
  ) {}

  @ResolveField(() => JsonScalar, { description: 'What ids in the trace stand for: list of { id, object, name }. Of what is not there any more there is none.' })
  async names(@Parent() { trigger, conditions, steps }: RunType, @CurrentActor() { org }: Actor): Promise<readonly NamedId[]> {
    const { model } = await this.models.current(org);
    return nameIds(this.database.session(org), org.schema, model, [trigger, conditions, steps]);
  }
}
