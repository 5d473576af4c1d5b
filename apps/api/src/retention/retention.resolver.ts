import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { readPeople } from '../activity/read-people.js';
import { OrgDatabase } from '../database/org-database.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { JsonScalar } from '../metadata-api/scalars.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { RetentionPreviews } from './retention-previews.js';
import { RetentionRules, type RetentionState } from './retention-rules.js';
import type { RetentionRun } from './retention-store.js';
import { RetentionPreviewType, RetentionRunType, RetentionStateType } from './retention.type.js';

const MOST = 200;

@SetupOnly('privacy')
@Resolver()
export class RetentionResolver {
  constructor(
    private readonly rules: RetentionRules,
    private readonly previews: RetentionPreviews,
    private readonly database: OrgDatabase,
  ) {}

  @Query(() => [RetentionStateType], { description: 'Which of the published retention rules are at work, when they run next, and what they did last.' })
  async retentionStates(@CurrentActor() actor: Actor): Promise<readonly RetentionStateType[]> {
    return this.present(actor, await this.rules.states(actor));
  }

  @Query(() => [RetentionRunType], { description: 'What retention rules did, newest first; of one published rule, or of all.' })
  async retentionRuns(
    @CurrentActor() actor: Actor,
    @Args('rule', { type: () => String, nullable: true }) rule?: string | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50,
  ): Promise<readonly RetentionRunType[]> {
    const runs = await this.rules.runs(actor, { first: Math.min(Math.max(first, 1), MOST), ...(rule && { rule }) });
    return Promise.all(runs.map((run) => this.presentRun(actor, run)));
  }

  @Query(() => RetentionPreviewType, { description: 'What a retention rule would do now and in the months to come. `rule`: its document, which need not be published.' })
  retentionPreview(@CurrentActor() actor: Actor, @Args('rule', { type: () => JsonScalar }) rule: unknown): Promise<RetentionPreviewType> {
    return this.previews.make(actor, rule);
  }

  @Mutation(() => RetentionStateType, { description: 'Switches a published retention rule on or off. To switch it on, `expected` has to be as many records as its preview tells.' })
  async switchRetentionRule(
    @CurrentActor() actor: Actor,
    @Args('rule') rule: string,
    @Args('on') on: boolean,
    @Args('expected', { type: () => Int, nullable: true }) expected?: number | null,
  ): Promise<RetentionStateType> {
    const [presented] = await this.present(actor, [on ? await this.rules.switchOn(actor, rule, expected ?? undefined) : await this.rules.switchOff(actor, rule)]);
    if (!presented) throw new Error('A state was not presented.');
    return presented;
  }

  private async present(actor: Actor, states: readonly RetentionState[]): Promise<readonly RetentionStateType[]> {
    const people = await readPeople(this.database, actor.org, states.map(({ switchedBy }) => switchedBy));
    return Promise.all(states.map(async (state) => ({
      ...state,
      switchedBy: (state.switchedBy !== null && people.get(state.switchedBy)) || null,
      lastRun: state.lastRun && (await this.presentRun(actor, state.lastRun)),
    })));
  }

  private async presentRun(actor: Actor, run: RetentionRun): Promise<RetentionRunType> {
    const { terms, kept, operationId, id, title, revision, day, status, stopped, startedAt, finishedAt, done } = run;
    return {
      id, title, object: terms.object, do: terms.do, revision, day, status, stopped, startedAt, finishedAt, done,
      kept: Object.entries(kept).map(([reason, count]) => ({ reason, count })),
      keptRecords: await this.rules.kept(actor, run),
      operation: operationId,
    };
  }
}
