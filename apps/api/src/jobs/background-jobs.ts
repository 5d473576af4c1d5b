import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.js';
import { readPeople, type Person } from '../activity/read-people.js';
import { OrgDatabase } from '../database/org-database.js';
import { Exports } from '../exchange/exports/exports.js';
import { Imports } from '../exchange/imports/imports.js';
import { Models } from '../metadata/models.js';
import { OnlineWork } from '../metadata/online/online-work.js';
import { Operations } from '../operations/operations.js';
import { tellOperation } from '../operations/tell-operation.js';
import { Queues } from '../queue/queues.js';
import { Sandboxes } from '../sandboxes/sandboxes.js';
import { BackgroundJobKind, BackgroundJobStatus } from './background-job.type.js';
import { jobSources } from './job-sources.js';

export interface BackgroundJob {
  readonly id: string;
  readonly kind: BackgroundJobKind;
  readonly subject: string;
  readonly object: string | null;
  readonly status: BackgroundJobStatus;
  readonly userId: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly done: number | null;
  readonly total: number | null;
  readonly error: string | null;
  /** It was promised to people: it cannot be stopped while it is open. */
  readonly fixed: boolean;
}

export interface JobsWish {
  readonly first: number;
  readonly kinds?: readonly BackgroundJobKind[];
  /** Those alone that are not over. */
  readonly open: boolean;
}

/** Work in the background, of whatever kind, and what can be done about it. */
@Injectable()
export class BackgroundJobs {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly imports: Imports,
    private readonly exports: Exports,
    private readonly operations: Operations,
    private readonly queues: Queues,
    private readonly sandboxes: Sandboxes,
    private readonly onlineWork: OnlineWork,
  ) {}

  /** Newest first. */
  async list(actor: Actor, { first, kinds = Object.values(BackgroundJobKind), open }: JobsWish): Promise<readonly BackgroundJob[]> {
    if (kinds.length === 0) return [];
    const parts = kinds.map((kind) => sql`select ${sql.lit(kind)}::text as kind, job.* from (${jobSources[kind](actor.org)}) job`);
    const rows = await this.database.session(actor.org).run<BackgroundJob>(sql`
      select kind, id, subject, object, status, user_id as "userId", started_at as "startedAt", finished_at as "finishedAt", done, total, error, fixed
      from (${sql.join(parts, sql` union all `)}) jobs where ${open ? sql`status in ('waiting', 'running')` : sql`true`}
      order by started_at desc, id desc limit ${first}`);
    return Promise.all(rows.map((job) => this.told(actor, job)));
  }

  /** Undefined where there is nothing to stop. */
  async cancel(actor: Actor, kind: BackgroundJobKind, id: string): Promise<boolean> {
    if (kind === BackgroundJobKind.IMPORT) return (await this.imports.cancel(actor, id)) !== undefined;
    if (kind === BackgroundJobKind.EXPORT || kind === BackgroundJobKind.BACKUP) return (await this.exports.cancel(actor, id)) !== undefined;
    if (kind === BackgroundJobKind.SANDBOX) return this.sandboxes.stop(actor.org, id);
    return kind === BackgroundJobKind.OPERATION ? this.operations.stop(actor, id) : this.onlineWork.stop(actor.org, id);
  }

  async retry(actor: Actor, kind: BackgroundJobKind, id: string): Promise<boolean> {
    if (kind === BackgroundJobKind.IMPORT) {
      const again = await this.imports.retry(actor, id);
      if (again) this.queues.wake(kind, actor.org);
      return again !== undefined;
    }
    if (kind === BackgroundJobKind.EXPORT || kind === BackgroundJobKind.BACKUP) {
      const again = await this.exports.retry(actor, id);
      if (again) this.queues.wake(kind, actor.org);
      return again !== undefined;
    }
    if (kind === BackgroundJobKind.SANDBOX) return this.sandboxes.fillAgain(actor.org, id);
    if (kind !== BackgroundJobKind.TABLE || !(await this.onlineWork.again(actor.org, id))) return false;
    this.queues.wake('upkeep', actor.org);
    return true;
  }

  private async told(actor: Actor, job: BackgroundJob): Promise<BackgroundJob> {
    if (job.kind !== BackgroundJobKind.OPERATION) return job;
    const operation = await this.operations.find(actor, job.id);
    const { model } = await this.models.current(actor.org);
    return operation ? { ...job, subject: tellOperation(operation, model, actor.locale) } : job;
  }

  people({ org }: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    return readPeople(this.database, org, ids);
  }
}
