import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import { AutomationStateType, ParkedGroupType, RunChoiceType } from '../types/fairness.type.js';
import { WorkflowStateType } from '../types/workflow.type.js';
import { WorkflowStates } from '../workflow-states.js';
import { AutomationControl } from './automation-control.js';
import { Backlogs, type Backlog } from './backlog.js';
import { ParkedRuns } from './parked-runs.js';

const choice = { type: () => RunChoiceType };

/** What waits, what failed, and what stands still. For admins. */
@Resolver()
@SetupOnly('automation')
export class FairnessResolver {
  constructor(
    private readonly control: AutomationControl,
    private readonly backlogs: Backlogs,
    private readonly parked: ParkedRuns,
    private readonly states: WorkflowStates,
  ) {}

  @Query(() => AutomationStateType, { description: 'Whether automation goes on, and what it has before it.' })
  automation(@CurrentActor() actor: Actor): Promise<Backlog> {
    return this.backlogs.read(actor);
  }

  @Query(() => [ParkedGroupType], { description: 'Runs that failed for good, by workflow, step and error, the largest group first.' })
  parkedRuns(@CurrentActor() actor: Actor): Promise<readonly ParkedGroupType[]> {
    return this.parked.groups(actor);
  }

  @Mutation(() => Int, { description: 'Tries parked runs again from the step that failed, on the version they began with or the current one. Answers how many go on; of the current version those stay parked whose step it does not have.' })
  retryRuns(@CurrentActor() { org }: Actor, @Args('runs', choice) runs: RunChoiceType, @Args('currentVersion', { defaultValue: false }) currentVersion: boolean): Promise<number> {
    return this.parked.retry(org, runs, currentVersion);
  }

  @Mutation(() => Int, { description: 'Ends runs that are not at their end; what their steps have done stays. Answers how many.' })
  endRuns(@CurrentActor() { org }: Actor, @Args('runs', choice) runs: RunChoiceType): Promise<number> {
    return this.parked.end(org, runs);
  }

  @Mutation(() => AutomationStateType, { description: 'Stops all automation of the org at once. What happens meanwhile waits. Rules before saves go on: they are part of the save.' })
  async pauseAutomation(@CurrentActor() actor: Actor, @Args('reason', { type: () => String, nullable: true }) reason?: string | null): Promise<Backlog> {
    await this.control.stop(actor, reason ?? null);
    return this.backlogs.read(actor);
  }

  @Mutation(() => AutomationStateType, { description: 'Does what waited, or skips what happened meanwhile.' })
  async resumeAutomation(@CurrentActor() actor: Actor, @Args('skip', { defaultValue: false }) skip: boolean): Promise<Backlog> {
    await this.control.resume(actor, skip);
    return this.backlogs.read(actor);
  }

  @Mutation(() => WorkflowStateType, { description: 'Lets one workflow stand still, with the runs it has made. What it would do waits.' })
  async pauseWorkflow(@CurrentActor() actor: Actor, @Args('name') name: string): Promise<WorkflowStateType> {
    await this.control.pauseWorkflow(actor, name);
    return this.states.find(actor, name);
  }

  @Mutation(() => WorkflowStateType, { description: 'Lets a paused workflow go on, or drops what waits for it.' })
  async resumeWorkflow(@CurrentActor() actor: Actor, @Args('name') name: string, @Args('drop', { defaultValue: false }) drop: boolean): Promise<WorkflowStateType> {
    await this.control.resumeWorkflow(actor, name, drop);
    return this.states.find(actor, name);
  }

  @Mutation(() => WorkflowStateType, { description: 'How many runs per hour are too many for a workflow; null: worked out of what is usual for it.' })
  async limitWorkflow(@CurrentActor() actor: Actor, @Args('name') name: string, @Args('runsPerHour', { type: () => Int, nullable: true }) runsPerHour?: number | null): Promise<WorkflowStateType> {
    await this.control.limitWorkflow(actor, name, runsPerHour ?? null);
    return this.states.find(actor, name);
  }

  @Mutation(() => WorkflowStateType, { description: 'How many batches a workflow gets each time it is its turn among those of the org: from 1 to 10.' })
  async weighWorkflow(@CurrentActor() actor: Actor, @Args('name') name: string, @Args('weight', { type: () => Int }) weight: number): Promise<WorkflowStateType> {
    await this.control.weighWorkflow(actor, name, weight);
    return this.states.find(actor, name);
  }
}
