import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { JsonScalar } from '../metadata-api/scalars.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { DuplicateGroupType, RuleTestType, SimilarRecordsType } from './duplicate-group.type.js';
import { DuplicateGroups } from './duplicate-groups.js';
import { RuleTests } from './rule-tests.js';
import { SimilarFinder } from './similar-records.js';

@Resolver()
export class DuplicatesResolver {
  constructor(
    private readonly groups: DuplicateGroups,
    private readonly tests: RuleTests,
    private readonly similar: SimilarFinder,
  ) {}

  @Query(() => [DuplicateGroupType], { description: 'Records that a published duplicate rule takes for the same, among those this person may read; the largest groups first.' })
  duplicates(
    @CurrentActor() actor: Actor,
    @Args('object') object: string,
    @Args('rule') rule: string,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
  ): Promise<readonly DuplicateGroupType[]> {
    return this.groups.find(actor, { object, rule, first });
  }

  @Query(() => [SimilarRecordsType], { description: 'What the duplicate rules of an object would say of a record with these values, as a mutation takes them; values that are not whole yet are passed over. `id` is that of the record itself where there is one.' })
  async similarRecords(
    @CurrentActor() actor: Actor,
    @Args('object') object: string,
    @Args('values', { type: () => JsonScalar }) values: unknown,
    @Args('id', { type: () => ID, nullable: true }) id?: string | null,
  ): Promise<SimilarRecordsType[]> {
    return [...(await this.similar.find(actor, { object, values, ...(id && { id }) }))];
  }

  @SetupOnly('objects')
  @Query(() => RuleTestType, { description: 'Tries a validation rule, saved or not, on the 100 records that were changed last. Nothing is written.' })
  testRule(@CurrentActor() actor: Actor, @Args('object') object: string, @Args('rule', { type: () => JsonScalar }) rule: unknown): Promise<RuleTestType> {
    return this.tests.run(actor, object, rule);
  }
}
