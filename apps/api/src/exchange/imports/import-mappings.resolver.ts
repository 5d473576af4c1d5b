import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { ImportPlan } from '@guanxi/metadata';
import type { Actor } from '../../access/actor.js';
import { ApiFailure, validationFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { JsonScalar } from '../../metadata-api/scalars.js';
import { ImportMappingType } from './import.type.js';
import { ImportMappings, type ImportMapping } from './import-mappings.js';
import { importFaults } from './import-wording.js';
import { findPlanShapeProblems } from './plan-shape.js';

const MOST_LETTERS = 80;

@Resolver(() => ImportMappingType)
export class ImportMappingsResolver {
  constructor(private readonly mappings: ImportMappings) {}

  @Query(() => [ImportMappingType], { description: 'How files were brought into an object before.' })
  importMappings(@CurrentActor() actor: Actor, @Args('object') object: string): Promise<readonly ImportMapping[]> {
    return this.mappings.list(actor, object);
  }

  @Mutation(() => ImportMappingType, { description: 'Keeps an ImportPlan under a name; one that has it already is replaced.' })
  saveImportMapping(@CurrentActor() actor: Actor, @Args('name') name: string, @Args('plan', { type: () => JsonScalar }) plan: unknown): Promise<ImportMapping> {
    const shape = findPlanShapeProblems(plan);
    if (shape.length > 0) throw validationFailure(shape, actor.locale);
    const given = plan as ImportPlan;
    if (!actor.access.objects.has(given.object)) throw new ApiFailure('FORBIDDEN', { ...importFaults.mayNot, words: { object: given.object } });
    return this.mappings.save(actor, name.trim().slice(0, MOST_LETTERS) || given.object, given);
  }

  @Mutation(() => Boolean)
  async deleteImportMapping(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    if (!(await this.mappings.remove(actor, id))) throw new ApiFailure('NOT_FOUND', importFaults.noMapping);
    return true;
  }
}
