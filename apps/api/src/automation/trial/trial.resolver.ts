import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { WorkflowTestGiven } from '@guanxi/metadata';
import type { RunValues } from '@guanxi/workflow';
import { validate as isId } from 'uuid';
import type { Actor } from '../../access/actor.js';
import { ApiFailure, validationFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { JsonScalar } from '../../metadata-api/scalars.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import { NotGiven } from './give-records.js';
import { tellFinding } from './judgement-wording.js';
import { TrialFromInput, TrialGivenInput, TrialType, WorkflowTestResultType } from './trial.type.js';
import { Trials } from './trials.js';

const json = { type: () => JsonScalar };

/** Workflows tried out: they do all they would do, and it is taken back. */
@Resolver()
@SetupOnly('automation')
export class TrialResolver {
  constructor(private readonly trials: Trials) {}

  @Mutation(() => TrialType, {
    description: 'Does the real steps of a workflow, published (its name) or given as a document, on a record or on one made for it, in a transaction that is taken back. Nothing leaves the house; waits are passed over.',
  })
  async testWorkflow(
    @CurrentActor() actor: Actor,
    @Args('workflow', json) workflow: unknown,
    @Args('recordId', { type: () => ID, nullable: true }) recordId?: string | null,
    @Args('given', { type: () => TrialGivenInput, nullable: true }) given?: TrialGivenInput | null,
    @Args('inputs', { ...json, nullable: true }) inputs?: RunValues | null,
    @Args('at', { type: () => Date, nullable: true, description: 'The moment at which it begins; without it, now.' }) at?: Date | null,
    @Args('from', { type: () => TrialFromInput, nullable: true, description: 'Without it, the first step.' }) from?: TrialFromInput | null,
  ): Promise<TrialType> {
    if (recordId ? !isId(recordId) : !given) throw new ApiFailure('BAD_REQUEST', 'A test run needs the id of a record, or values of one.');
    const { condition, ...trial } = await orProblems(actor.locale, this.trials.run(actor, workflow, { about: recordId ? { recordId } : (given as WorkflowTestGiven), inputs: inputs ?? {}, ...(at && { at }), ...(from && { from }) }));
    return { ...trial, holds: condition?.holds ?? null, conditions: condition?.parts ?? [] };
  }

  @Mutation(() => [WorkflowTestResultType], { description: 'Makes the tests of a workflow, published (its name) or given as a document. Everything is taken back.' })
  async runWorkflowTests(@CurrentActor() actor: Actor, @Args('workflow', json) workflow: unknown): Promise<readonly WorkflowTestResultType[]> {
    const judged = await this.trials.test(actor, workflow);
    return judged.map(({ findings, ...result }) => ({ ...result, findings: findings.map((finding) => tellFinding(finding, actor.locale)) }));
  }
}

/** Values that no record can be made of are told like any that are wrong. */
async function orProblems<Value>(locale: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof NotGiven ? validationFailure(error.problems, locale) : error;
  }
}
