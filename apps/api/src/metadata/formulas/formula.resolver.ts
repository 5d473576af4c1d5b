import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { JsonScalar } from '../../metadata-api/scalars.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import { ActionValues } from './action-values.js';
import { FormulaResultType } from './formula-result.type.js';
import { FormulaTrials } from './formula-trials.js';

@Resolver()
export class FormulaResolver {
  constructor(
    private readonly trials: FormulaTrials,
    private readonly actions: ActionValues,
  ) {}

  @Query(() => JsonScalar, { description: 'What the button of a record page would write or open: values by field name, or an address under `url`. Nothing is written.' })
  actionValues(@CurrentActor() actor: Actor, @Args('action') action: string, @Args('recordId', { type: () => ID }) recordId: string): Promise<unknown> {
    return this.actions.find(actor, action, recordId);
  }


  @SetupOnly('objects', 'automation', 'access', 'privacy')
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
