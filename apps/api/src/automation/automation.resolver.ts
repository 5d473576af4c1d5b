import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { workflowActions } from '@guanxi/workflow';
import type { Actor } from '../access/actor.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { DateScalar, JsonScalar } from '../metadata-api/scalars.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { Activations } from './activations.js';
import { Explanations } from './explanations.js';
import { workflowRefusals } from './refusal-wording.js';
import { Runs } from './runs.js';
import { Rehearsals, type Rehearsal } from './rehearse/rehearsals.js';
import { RepeatedRuns } from './repeat/repeated-runs.js';
import { SaveSwitch } from './save-switch.js';
import { Simulations } from './simulations.js';
import { ExplanationType } from './types/explanation.type.js';
import { RehearsalType } from './types/rehearsal.type.js';
import { RunPageType, RunType } from './types/run.type.js';
import { ExpectedRunsType, SimulationPageType, SimulationStepsType, SimulationType } from './types/simulation.type.js';
import { WorkflowActionType, WorkflowStateType } from './types/workflow.type.js';
import { WorkflowStates } from './workflow-states.js';

const id = { type: () => ID };
const json = { type: () => JsonScalar };
const text = { type: () => String, nullable: true };
const day = { type: () => DateScalar, nullable: true };
const first = (standard: number) => ({ type: () => Int, defaultValue: standard });

/** Workflows, asked beforehand and afterwards. For admins: traces show values of every field. */
@Resolver()
@SetupOnly('automation')
export class AutomationResolver {
  constructor(
    private readonly states: WorkflowStates,
    private readonly activations: Activations,
    private readonly saves: SaveSwitch,
    private readonly simulations: Simulations,
    private readonly traces: Runs,
    private readonly explanations: Explanations,
    private readonly rehearsals: Rehearsals,
    private readonly repeated: RepeatedRuns,
  ) {}

  @Query(() => [WorkflowStateType])
  workflows(@CurrentActor() actor: Actor): Promise<readonly WorkflowStateType[]> {
    return this.states.list(actor);
  }

  @Query(() => [WorkflowActionType], { description: 'The actions a step can take, each with the JSON Schema of its input.' })
  workflowActions(): readonly WorkflowActionType[] {
    return Object.values(workflowActions).map(({ name, title, description, inputSchema }) => ({ name, title, description, inputSchema }));
  }

  @Query(() => Int, { description: 'How many records are already past the line of an elapsed-time workflow, published (its name) or given as a document.' })
  pastTheLine(@CurrentActor() { org }: Actor, @Args('workflow', json) workflow: unknown): Promise<number> {
    return this.simulations.countPastTheLine(org, workflow);
  }

  @Query(() => SimulationType, { description: 'Replays a workflow, published (its name) or given as a document, over history. Nothing is written. Without from or to, history decides.' })
  simulate(
    @CurrentActor() actor: Actor,
    @Args('workflow', json) workflow: unknown,
    @Args('from', day) from?: string | null,
    @Args('to', day) to?: string | null,
  ): Promise<SimulationType> {
    return this.simulations.simulate(actor, workflow, spanOf(from, to));
  }

  @Query(() => SimulationPageType, { description: "The firings behind a simulation's numbers, in order of due time." })
  simulationRows(
    @CurrentActor() actor: Actor,
    @Args('workflow', json) workflow: unknown,
    @Args('from', day) from: string | null | undefined,
    @Args('to', day) to: string | null | undefined,
    @Args('first', first(100)) count: number,
    @Args('after', text) after?: string | null,
  ): Promise<SimulationPageType> {
    return this.simulations.rows(actor, workflow, spanOf(from, to), { first: count, after: after ?? undefined });
  }

  @Query(() => ExpectedRunsType, { description: 'How often a workflow is to be expected to run, by what it would have done lately.' })
  expectedRuns(@CurrentActor() actor: Actor, @Args('workflow', json) workflow: unknown): Promise<ExpectedRunsType> {
    return this.simulations.expect(actor, workflow);
  }

  @Query(() => SimulationStepsType, { description: "What a simulation's runs would have done, added up: steps, ways, and whom they would have told." })
  simulationSteps(
    @CurrentActor() actor: Actor,
    @Args('workflow', json) workflow: unknown,
    @Args('from', day) from?: string | null,
    @Args('to', day) to?: string | null,
  ): Promise<SimulationStepsType> {
    return this.simulations.steps(actor, workflow, spanOf(from, to));
  }

  @Query(() => RunPageType, { description: 'Newest first.' })
  runs(
    @CurrentActor() { org }: Actor,
    @Args('workflow', text) workflow: string | null | undefined,
    @Args('recordId', { ...id, nullable: true }) recordId: string | null | undefined,
    @Args('status', text) status: string | null | undefined,
    @Args('step', { ...text, description: 'Parked at this step: see parkedRuns.' }) step: string | null | undefined,
    @Args('error', { ...text, description: 'Parked for this reason: see parkedRuns.' }) error: string | null | undefined,
    @Args('first', first(50)) count: number,
    @Args('after', text) after?: string | null,
  ): Promise<RunPageType> {
    const filter = { workflow: workflow ?? undefined, recordId: recordId ?? undefined, status: status ?? undefined, step: step ?? undefined, error: error ?? undefined };
    return this.traces.list(org, filter, { first: count, after: after ?? undefined });
  }

  @Query(() => RunType, { nullable: true })
  async run(@CurrentActor() { org }: Actor, @Args('id', id) runId: string): Promise<RunType | null> {
    return (await this.traces.find(org, runId)) ?? null;
  }

  @Query(() => ExplanationType, { description: 'Why a workflow did or did not run on a record by a moment; without one, by now.' })
  async explain(
    @CurrentActor() actor: Actor,
    @Args('workflow') workflow: string,
    @Args('recordId', id) recordId: string,
    @Args('at', { type: () => Date, nullable: true }) at?: Date | null,
  ): Promise<ExplanationType> {
    const { runId, ...explanation } = await this.explanations.explain(actor, workflow, recordId, at ?? undefined);
    return { ...explanation, run: runId === null ? null : ((await this.traces.find(actor.org, runId)) ?? null) };
  }

  @Mutation(() => WorkflowStateType, { description: 'Switches a published workflow on. An elapsed-time workflow says what happens to records already past the line.' })
  async activateWorkflow(@CurrentActor() actor: Actor, @Args('name') name: string, @Args('includePast') includePast: boolean): Promise<WorkflowStateType> {
    if (!(await this.saves.turn(actor, name, true))) await this.activations.activate(actor.org, name, includePast);
    return this.states.find(actor, name);
  }

  @Mutation(() => WorkflowStateType, { description: 'Nothing new begins; runs that have begun go on to their end.' })
  async deactivateWorkflow(@CurrentActor() actor: Actor, @Args('name') name: string): Promise<WorkflowStateType> {
    if (!(await this.saves.turn(actor, name, false))) await this.activations.deactivate(actor.org, name);
    return this.states.find(actor, name);
  }

  @Mutation(() => RehearsalType, {
    description: 'Plays the history of an elapsed-time workflow live with a simulated clock, on a copy that is removed afterwards, and compares what fired with the simulation. Takes minutes for a large history.',
  })
  rehearse(
    @CurrentActor() { org }: Actor,
    @Args('workflow') workflow: string,
    @Args('from', day) from?: string | null,
    @Args('to', day) to?: string | null,
  ): Promise<Rehearsal> {
    return this.rehearsals.rehearse(org, workflow, spanOf(from, to));
  }

  @Mutation(() => RunType, { description: 'Tries a parked run again, from the step that failed.' })
  async retryRun(@CurrentActor() { org }: Actor, @Args('id', id) runId: string): Promise<RunType> {
    const run = await this.traces.retry(org, runId);
    if (!run) throw new ApiFailure('NOT_FOUND', workflowRefusals.noRun);
    return run;
  }

  @Mutation(() => RunType, { description: 'Begins a new run at a step of one that is over, on its record and version and with what the steps before it had left. What the steps do is done again.' })
  async repeatRun(@CurrentActor() actor: Actor, @Args('id', id) runId: string, @Args('from', id) step: string): Promise<RunType> {
    const run = await this.traces.find(actor.org, await this.repeated.begin(actor, runId, step));
    if (!run) throw new ApiFailure('NOT_FOUND', workflowRefusals.noRun);
    return run;
  }
}

function spanOf(from: string | null | undefined, to: string | null | undefined) {
  return { ...(from && { from }), ...(to && { to }) };
}
