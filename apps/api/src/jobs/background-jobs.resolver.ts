import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { PREVIEW_KEPT_FOR_MS } from '../exchange/imports/imports.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { SetupOnly } from '../metadata-api/setup-only.js';
import { BackgroundJobKind, BackgroundJobStatus, BackgroundJobType } from './background-job.type.js';
import { BackgroundJobs, type BackgroundJob } from './background-jobs.js';
import { jobFaults } from './job-wording.js';

const kind = { type: () => BackgroundJobKind };
const id = { type: () => ID };

@Resolver(() => BackgroundJobType)
@SetupOnly('data')
export class BackgroundJobsResolver {
  constructor(private readonly jobs: BackgroundJobs) {}

  @Query(() => [BackgroundJobType], { description: 'What goes on in the background, newest first: imports, exports, backups, operations on many records, indexes and sandboxes.' })
  async backgroundJobs(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('open', { defaultValue: false }) open: boolean,
    @Args('kinds', { type: () => [BackgroundJobKind], nullable: true }) kinds?: BackgroundJobKind[] | null,
  ): Promise<BackgroundJobType[]> {
    const found = await this.jobs.list(actor, { first: Math.min(Math.max(first, 1), 500), open, ...(kinds && { kinds }) });
    const people = await this.jobs.people(actor, found.flatMap(({ userId }) => userId ?? []));
    return found.map(({ userId, fixed, ...job }) => ({ ...job, by: people.get(userId ?? '') ?? null, cancellable: isCancellable({ ...job, fixed }), retryable: isRetryable({ ...job, fixed }) }));
  }

  @Mutation(() => Boolean, { description: 'Stops a job that can be stopped.' })
  async cancelBackgroundJob(@CurrentActor() actor: Actor, @Args('kind', kind) of: BackgroundJobKind, @Args('id', id) jobId: string): Promise<boolean> {
    if (!(await this.jobs.cancel(actor, of, jobId))) throw new ApiFailure('NOT_FOUND', jobFaults.notStopped);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Tries a job again that failed or was stopped.' })
  async retryBackgroundJob(@CurrentActor() actor: Actor, @Args('kind', kind) of: BackgroundJobKind, @Args('id', id) jobId: string): Promise<boolean> {
    if (!(await this.jobs.retry(actor, of, jobId))) throw new ApiFailure('NOT_FOUND', jobFaults.notRetried);
    return true;
  }
}

type Judged = Pick<BackgroundJob, 'kind' | 'status' | 'fixed' | 'startedAt'>;

function isCancellable({ kind: of, status, fixed }: Judged): boolean {
  if (of === BackgroundJobKind.TABLE && status === BackgroundJobStatus.FAILED) return !fixed;
  return !fixed && (status === BackgroundJobStatus.WAITING || status === BackgroundJobStatus.RUNNING);
}

/** Of an import the file is kept for a time. */
function isRetryable({ kind: of, status, startedAt }: Judged): boolean {
  if (of === BackgroundJobKind.OPERATION || (of === BackgroundJobKind.IMPORT && Date.now() - startedAt.getTime() > PREVIEW_KEPT_FOR_MS)) return false;
  return status === BackgroundJobStatus.FAILED || status === BackgroundJobStatus.CANCELLED;
}
