import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import { FormulaResultType } from './formula-result.type.js';
import { FormulaTrials } from './formula-trials.js';

@Resolver()
export class FormulaResolver {
  constructor(private readonly trials: FormulaTrials) {}

  @SetupOnly()
  @Query(() => FormulaResultType, { description: 'Checks a formula over the published object and works it out for a record that this person may read; without one, its type alone is told.' })
  evaluateFormula(
    @CurrentActor() actor: Actor,
    @Args('object') object: string,
    @Args('formula') formula: string,
    @Args('recordId', { type: () => ID, nullable: true }) recordId: string | null,
  ): Promise<FormulaResultType> {
    return this.trials.run(actor, { object, formula, recordId: recordId ?? null });
  }
}
