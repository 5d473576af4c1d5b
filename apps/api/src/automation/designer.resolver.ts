import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { WorkflowDocument } from '@guanxi/metadata';
import { checkCron, nextCronTimes } from '@guanxi/workflow';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import { presentUser } from '../identity/present-user.js';
import { Users } from '../identity/users.js';
import { Models } from '../metadata/models.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { JsonScalar } from '../metadata-api/scalars.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { describeTrigger } from './describe-trigger.js';
import { ScheduleTimesType, WorkflowVersionType } from './types/version.type.js';
import { WorkflowVersions } from './versions.js';

const MOST_TIMES = 20;

/** What the page asks while a workflow is edited: its sentences, its times, and what it was before. */
@Resolver()
@SetupOnly('automation')
export class WorkflowDesignerResolver {
  constructor(
    private readonly versions: WorkflowVersions,
    private readonly models: Models,
    private readonly users: Users,
    private readonly clock: Clock,
  ) {}

  @Query(() => [WorkflowVersionType], { description: 'Every published revision in which the document of the workflow is another one, newest first.' })
  async workflowVersions(@CurrentActor() { org, access }: Actor, @Args('name') name: string): Promise<readonly WorkflowVersionType[]> {
    const versions = await this.versions.list(org, name);
    const users = await this.users.findMany(org, versions.flatMap(({ createdBy }) => createdBy ?? []));
    const byId = new Map(users.map((user) => [user.id, presentUser(user, org, access)]));
    return versions.map(({ createdBy, ...version }) => {
      const by = createdBy === null ? undefined : byId.get(createdBy);
      return { ...version, ...(by && { by }) };
    });
  }

  @Query(() => [String], { description: 'When each of these workflow documents runs, as a phrase for people; they need not be published, nor whole.' })
  async triggerTexts(@CurrentActor() { org, locale }: Actor, @Args('workflows', { type: () => [JsonScalar] }) workflows: readonly unknown[]): Promise<readonly string[]> {
    const { model } = await this.models.current(org);
    return workflows.map((given) => (isDescribable(given) ? describeTrigger(given, model, locale) : ''));
  }

  @Query(() => ScheduleTimesType, { description: 'When a schedule comes due next; without a time zone, in that of the org.' })
  scheduleTimes(
    @CurrentActor() { org }: Actor,
    @Args('cron') cron: string,
    @Args('timeZone', { type: () => String, nullable: true }) zone: string | null | undefined,
    @Args('first', { type: () => Int, defaultValue: 5 }) first: number,
  ): ScheduleTimesType {
    const timeZone = zone ?? org.timeZone;
    const problem = checkCron(cron) ?? null;
    const count = Math.min(Math.max(first, 1), MOST_TIMES);
    return { timeZone, problem, times: problem === null ? nextCronTimes(cron, timeZone, this.clock.now(org), count).map((time) => new Date(time)) : [] };
  }
}

/** Documents that are being written come as they are; what is missing of them is said when they are saved. */
function isDescribable(given: unknown): given is Pick<WorkflowDocument, 'trigger' | 'object'> {
  if (typeof given !== 'object' || given === null || !('trigger' in given) || !('object' in given)) return false;
  const [settings] = Object.values(given.trigger ?? {});
  return typeof given.object === 'string' && typeof settings === 'object' && settings !== null;
}
