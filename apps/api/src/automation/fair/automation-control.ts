import { orgTable } from '@guanxi/query';
import { SKIPPED_LANE } from '@guanxi/workflow';
import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../access/actor.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { Models } from '../../metadata/models.js';
import { Queues } from '../../queue/queues.js';
import { readActiveWorkflows } from '../active-workflow.js';
import { findByName } from '../find-by-name.js';
import { firstTime } from '../sweep-schedule.js';
import { endWaiting } from './end-runs.js';
import { fairTexts } from './fair-wording.js';
import type { AutomationStop } from './standing-still.js';

const MOST_PER_HOUR = 10_000_000;
const MOST_WEIGHT = 10;

/** What people do about automation as a whole, or about one workflow: stop, go on, limit. */
@Injectable()
export class AutomationControl {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly queues: Queues,
  ) {}

  /** From its commit on nothing happens by itself in the org, but for the batch that a worker is at; everything waits. Stopped twice is stopped. */
  async stop({ org, userId }: Actor, reason: string | null): Promise<void> {
    const now = this.clock.now(org);
    await this.database.transaction(org, async (tx) => {
      const [made] = await tx.run(sql`insert into ${orgTable(org.schema, 'automationStop')} (at, by_id, reason) values (${now}::timestamptz, ${userId}::uuid, ${reason}) on conflict do nothing returning at`);
      if (made) await this.note(tx, { kind: 'paused', userId, now, detail: { reason } });
    });
  }

  /**
   * What waited is done now, in its order; or, with `skip`, what happened meanwhile sets nothing off: neither changes nor
   * lines that were crossed, nor calls that came in. Runs that had begun before go on either way.
   */
  async resume({ org, userId }: Actor, skip: boolean): Promise<void> {
    const now = this.clock.now(org);
    await this.database.transaction(org, async (tx) => {
      const [stop] = await tx.run<AutomationStop>(sql`delete from ${orgTable(org.schema, 'automationStop')} returning at, by_id, reason`);
      if (!stop) throw new ApiFailure('CONFLICT', fairTexts.notPaused);
      if (skip) await this.skipSince(tx, stop.at, now);
      await this.note(tx, { kind: 'resumed', userId, now, detail: { skip, since: stop.at.toISOString() } });
    }, { statementTimeout: 0 });
    this.queues.wake('automation', org);
  }

  /** It stands still alone, with the runs it has made. */
  async pauseWorkflow({ org, userId }: Actor, name: string): Promise<void> {
    const { model } = await this.models.current(org);
    const { guanxi: { id } } = findByName(model.workflows, name);
    const now = this.clock.now(org);
    await this.database.transaction(org, async (tx) => {
      const [paused] = await tx.run(sql`
        insert into ${orgTable(org.schema, 'workflowControl')} as control (workflow_id, paused_at, paused_by, pause) values (${id}, ${now}::timestamptz, ${userId}::uuid, '{"why":"person"}')
        on conflict (workflow_id) do update set paused_at = excluded.paused_at, paused_by = excluded.paused_by, pause = excluded.pause where control.paused_at is null returning workflow_id`);
      if (paused) await this.note(tx, { kind: 'workflowPaused', workflowId: id, userId, now, detail: { why: 'person' } });
    });
  }

  /** Goes on; or, with `drop`, forgets what has not begun: kept changes, lines that were crossed, runs before their first step. */
  async resumeWorkflow({ org, userId }: Actor, name: string, drop: boolean): Promise<void> {
    const { model } = await this.models.current(org);
    const { guanxi: { id } } = findByName(model.workflows, name);
    const now = this.clock.now(org);
    await this.database.transaction(org, async (tx) => {
      const [was] = await tx.run<{ since: Date }>(sql`
        update ${orgTable(org.schema, 'workflowControl')} as control set paused_at = null, paused_by = null, pause = null, hour_began = null,
          usual_runs = case when ${drop} then control.usual_runs else greatest(control.usual_runs, control.hour_runs) end
        from (select paused_at as since from ${orgTable(org.schema, 'workflowControl')} where workflow_id = ${id} for update) as before
        where control.workflow_id = ${id} and control.paused_at is not null returning before.since`);
      if (!was) throw new ApiFailure('CONFLICT', { ...fairTexts.workflowNotPaused, words: { name } });
      if (drop) {
        await tx.run(sql`delete from ${orgTable(org.schema, 'heldEvent')} where workflow_id = ${id}`);
        await this.excludeTimes(tx, now, { workflowId: id });
        await endWaiting(tx, sql`run.workflow_id = ${id}`, now);
      }
      await this.note(tx, { kind: 'workflowResumed', workflowId: id, userId, now, detail: { drop } });
    }, { statementTimeout: 0 });
    this.queues.wake('automation', org);
  }

  /** Runs per hour beyond which the workflow is paused; null: Guanxi works it out of what is usual. */
  async limitWorkflow({ org, userId }: Actor, name: string, runsPerHour: number | null): Promise<void> {
    const { model } = await this.models.current(org);
    const { guanxi: { id } } = findByName(model.workflows, name);
    if (runsPerHour !== null && (runsPerHour < 1 || runsPerHour > MOST_PER_HOUR)) throw new ApiFailure('BAD_REQUEST', fairTexts.limitOutOfRange);
    const now = this.clock.now(org);
    await this.database.transaction(org, async (tx) => {
      await tx.run(sql`insert into ${orgTable(org.schema, 'workflowControl')} (workflow_id, hourly_limit) values (${id}, ${runsPerHour}::int)
        on conflict (workflow_id) do update set hourly_limit = excluded.hourly_limit`);
      await this.note(tx, { kind: 'workflowLimited', workflowId: id, userId, now, detail: { runsPerHour } });
    });
  }

  /** How many batches the workflow gets each time it is its turn. */
  async weighWorkflow({ org, userId }: Actor, name: string, weight: number): Promise<void> {
    const { model } = await this.models.current(org);
    const { guanxi: { id } } = findByName(model.workflows, name);
    if (!Number.isInteger(weight) || weight < 1 || weight > MOST_WEIGHT) throw new ApiFailure('BAD_REQUEST', fairTexts.weightOutOfRange);
    const now = this.clock.now(org);
    await this.database.transaction(org, async (tx) => {
      await tx.run(sql`insert into ${orgTable(org.schema, 'workflowControl')} (workflow_id, weight) values (${id}, ${weight}::smallint)
        on conflict (workflow_id) do update set weight = excluded.weight`);
      await this.note(tx, { kind: 'workflowWeighed', workflowId: id, userId, now, detail: { weight } });
    });
  }

  private async skipSince(tx: OrgTransaction, since: Date, now: Date): Promise<void> {
    const { schema } = tx.org;
    await tx.run(sql`update ${orgTable(schema, 'event')} as event set lane = ${SKIPPED_LANE} from ${orgTable(schema, 'history')} as history
      where history.id = event.history_id and history.at >= ${since}::timestamptz and event.lane <> ${SKIPPED_LANE}`);
    await this.excludeTimes(tx, now, { since });
    await endWaiting(tx, sql`run.started_at >= ${since}::timestamptz and run.parent_id is null`, now);
  }

  /** Lines that are crossed, and times of schedules that have come, set nothing off: of one workflow, or those since a moment of all. */
  private async excludeTimes(tx: OrgTransaction, now: Date, { workflowId, since }: { readonly workflowId?: string; readonly since?: Date }): Promise<void> {
    const { org } = tx;
    const ofWorkflow = (column: RawBuilder<unknown>) => (workflowId === undefined ? sql`true` : sql`${column} = ${workflowId}`);
    await tx.run(sql`update ${orgTable(org.schema, 'due')} as due set state = 'excluded'
      where due.state = 'waiting' and due.due_at <= ${now}::timestamptz and ${since ? sql`due.due_at > ${since}::timestamptz` : sql`true`} and ${ofWorkflow(sql`due.workflow_id`)}`);
    for (const { definition } of await readActiveWorkflows(tx, org, this.models, this.clock)) {
      if (!('schedule' in definition.trigger)) continue;
      await tx.run(sql`update ${orgTable(org.schema, 'activation')} set next_at = ${firstTime(definition, org.timeZone, now)}::timestamptz
        where workflow_id = ${definition.guanxi.id} and next_at <= ${now}::timestamptz and ${since ? sql`next_at > ${since}::timestamptz` : sql`true`} and ${ofWorkflow(sql`workflow_id`)}`);
    }
  }

  private async note(tx: OrgTransaction, { kind, workflowId, userId, now, detail }: { kind: string; workflowId?: string; userId: string; now: Date; detail: object }): Promise<void> {
    await tx.run(sql`insert into ${orgTable(tx.org.schema, 'automationEntry')} (kind, workflow_id, actor_id, detail, at)
      values (${kind}, ${workflowId ?? null}, ${userId}::uuid, ${JSON.stringify(detail)}::jsonb, ${now}::timestamptz)`);
  }
}
