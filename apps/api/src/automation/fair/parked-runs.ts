import { translate, type Model } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { programOf, type FailureClass } from '@guanxi/workflow';
import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { validate as isId } from 'uuid';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { Models } from '../../metadata/models.js';
import type { Org } from '../../orgs/org.js';
import { Queues } from '../../queue/queues.js';
import { findWorkflow } from '../active-workflow.js';
import type { Asker } from '../asker.js';
import { endRuns } from './end-runs.js';
import { fairTexts } from './fair-wording.js';

/** Runs that parked at the same step for the same reason. */
export interface ParkedGroup {
  readonly workflow: string;
  readonly title: string;
  readonly object: string | null;
  readonly step: string;
  readonly stepTitle: string | null;
  readonly action: string | null;
  readonly error: string;
  readonly errorClass: FailureClass;
  readonly message: string;
  readonly count: number;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
  /** Whether the version in force still has the step. */
  readonly stepIsThere: boolean;
}

export interface GroupRef {
  /** Its name; of one that is not published any more, its id. */
  readonly workflow: string;
  readonly step?: string | null | undefined;
  readonly error?: string | null | undefined;
}

export interface RunChoice {
  readonly ids?: readonly string[] | null | undefined;
  readonly group?: GroupRef | null | undefined;
}

interface GroupRow {
  readonly workflow_id: string;
  readonly step: string;
  readonly key: string;
  readonly error_class: FailureClass | null;
  readonly object: string;
  readonly message: string | null;
  readonly count: number;
  readonly first_at: Date | null;
  readonly last_at: Date | null;
}

interface Place {
  readonly workflow_id: string;
  readonly revision: number;
  readonly step: number;
}

const MOST_GROUPS = 200;

/** Runs that failed for good and wait for a person: looked at, tried again and ended, one, a group or several. */
@Injectable()
export class ParkedRuns {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly queues: Queues,
  ) {}

  /** The largest first. */
  async groups({ org, locale }: Asker): Promise<readonly ParkedGroup[]> {
    const { model } = await this.models.current(org);
    const rows = await this.database.session(org).run<GroupRow>(sql`
      select workflow_id, coalesce(error_step, '') as step, coalesce(error_key, '') as key, max(error_class) as error_class, max(object) as object,
        max(error) as message, count(*)::int as count, min(finished_at) as first_at, max(finished_at) as last_at
      from ${orgTable(org.schema, 'run')} where status = 'failed' group by 1, 2, 3 order by count desc, 1, 2, 3 limit ${MOST_GROUPS}`);
    return rows.map((row): ParkedGroup => {
      const workflow = findWorkflow(model, row.workflow_id);
      const step = workflow && programOf(workflow, model).find((instruction) => instruction.step.id === row.step)?.step;
      return {
        workflow: workflow?.name ?? row.workflow_id,
        title: workflow ? translate(workflow.title, workflow.titles, locale) : row.workflow_id,
        object: model.objectById.get(row.object)?.name ?? null,
        step: row.step, stepTitle: step?.title === undefined ? null : translate(step.title, step.titles, locale), action: step?.action ?? null,
        error: row.key, errorClass: row.error_class ?? 'unknown', message: row.message ?? '',
        count: row.count, firstAt: row.first_at, lastAt: row.last_at,
        stepIsThere: step !== undefined,
      };
    });
  }

  /**
   * Tries parked runs again from the step that failed, and those at once that wait for their next try. With `currentVersion`
   * they go on with the workflow as it is published now, at the step of the same id; where there is none they stay parked.
   * Answers how many go on.
   */
  async retry(org: Org, choice: RunChoice, currentVersion: boolean): Promise<number> {
    const which = await this.which(org, choice);
    const now = this.clock.now(org);
    const retried = await this.database.transaction(org, (tx) => (currentVersion ? this.goOnWithCurrent(tx, which, now) : retryWhere(tx, which, now)), { statementTimeout: 0 });
    this.queues.wake('automation', org);
    return retried;
  }

  /** Answers how many were ended. A group is one of parked runs; by their ids, also runs that wait or rest. */
  async end(org: Org, choice: RunChoice): Promise<number> {
    const which = await this.which(org, choice);
    const ended = await this.database.transaction(org, (tx) => endRuns(tx, which, this.clock.now(org)), { statementTimeout: 0 });
    this.queues.wake('automation', org);
    return ended;
  }

  private async which(org: Org, { ids, group }: RunChoice): Promise<RawBuilder<unknown>> {
    if (ids) return sql`run.id = any(${ids.filter((id) => isId(id))}::uuid[])`;
    if (!group) throw new ApiFailure('BAD_REQUEST', fairTexts.noRuns);
    const { model } = await this.models.current(org);
    return sql`run.status = 'failed' and run.workflow_id = ${workflowIdOf(model, group.workflow)} and ${ofGroup(group)}`;
  }

  private async goOnWithCurrent(tx: OrgTransaction, which: RawBuilder<unknown>, now: Date): Promise<number> {
    const { org } = tx;
    const { revision, model } = await this.models.current(org);
    const run = orgTable(org.schema, 'run');
    const places = await tx.run<Place>(sql`select distinct run.workflow_id, run.revision, run.step from ${run} as run where ${retriable} and ${which}`);
    let retried = 0;
    for (const place of places) {
      const step = await this.sameStep(org, place, model);
      if (step === undefined) continue;
      const at = sql`run.workflow_id = ${place.workflow_id} and run.revision = ${place.revision} and run.step = ${place.step}`;
      retried += await retryWhere(tx, sql`${which} and ${at}`, now, { revision, ...step });
    }
    return retried;
  }

  /** Undefined where the current version has no such step. One whose action is another begins it anew. */
  private async sameStep(org: Org, place: Place, model: Model): Promise<{ step: number; begins: boolean } | undefined> {
    const named = await this.models.at(org, place.revision);
    const before = findWorkflow(named, place.workflow_id);
    const after = findWorkflow(model, place.workflow_id);
    const stood = before && programOf(before, named)[place.step]?.step;
    if (!stood || !after) return undefined;
    const program = programOf(after, model);
    const step = program.findIndex((instruction) => instruction.step.id === stood.id);
    return step < 0 ? undefined : { step, begins: program[step]?.step.action !== stood.action };
  }
}

const retriable = sql`(run.status = 'failed' or (run.status = 'waiting' and run.attempts > 0))`;

async function retryWhere(tx: OrgTransaction, which: RawBuilder<unknown>, now: Date, moved?: { readonly revision: number; readonly step: number; readonly begins: boolean }): Promise<number> {
  const run = orgTable(tx.org.schema, 'run');
  const step = moved ? sql`${moved.step}::int` : sql`run.step`;
  const rows = await tx.run(sql`update ${run} as run set status = case when ${step} = 0 then 'waiting' else 'running' end, step = ${step}, attempts = 0, depth = 0,
      ${moved ? sql`revision = ${moved.revision}::int,` : sql``} ${moved?.begins ? sql`rests = false,` : sql``}
      error = null, error_class = null, error_key = null, error_step = null, finished_at = null, next_attempt_at = ${now}::timestamptz
    where ${retriable} and ${which} returning run.id`);
  return rows.length;
}

/** Of a parked run called `run`: whether it is one of the group, whatever its workflow. */
export function ofGroup({ step, error }: Pick<GroupRef, 'step' | 'error'>): RawBuilder<unknown> {
  const steps = step === undefined || step === null ? sql`true` : sql`coalesce(run.error_step, '') = ${step}`;
  return error === undefined || error === null ? steps : sql`${steps} and coalesce(run.error_key, '') = ${error}`;
}

export function workflowIdOf(model: Model, nameOrId: string): string {
  return model.workflows.find(({ name }) => name === nameOrId)?.guanxi.id ?? nameOrId;
}
