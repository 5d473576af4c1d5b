import { translate } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { readPeople, type Person } from '../../activity/read-people.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import { Models } from '../../metadata/models.js';
import { findWorkflow } from '../active-workflow.js';
import type { Asker } from '../asker.js';
import { readStop } from './standing-still.js';

/** What automation has before it. Counts go up to `MOST_COUNTED` and stay there. */
export interface Backlog {
  readonly paused: boolean;
  readonly pausedAt: Date | null;
  readonly pausedBy: Person | null;
  readonly reason: string | null;
  readonly eventsWaiting: number;
  readonly oldestEventAt: Date | null;
  readonly readyRuns: number;
  readonly oldestReadyAt: Date | null;
  readonly parkedRuns: number;
  readonly countedUpTo: number;
  readonly workflows: readonly WorkflowBacklog[];
}

export interface WorkflowBacklog {
  readonly workflow: string;
  readonly title: string;
  readonly paused: boolean;
  /** Changes that wait since it is paused. */
  readonly changesKept: number;
  readonly readyRuns: number;
  readonly oldestReadyAt: Date | null;
  /** Runs that are tried again or go on at a later time. */
  readonly laterRuns: number;
  readonly parkedRuns: number;
}

interface WorkflowRow extends Omit<WorkflowBacklog, 'workflow' | 'title'> {
  readonly workflow_id: string;
}

export const MOST_COUNTED = 100_000;

/** Looks at what waits, in the whole org and by workflow. */
@Injectable()
export class Backlogs {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  async read({ org, locale }: Asker): Promise<Backlog> {
    const session = this.database.session(org);
    const table = (name: Parameters<typeof orgTable>[1]) => orgTable(org.schema, name);
    const now = this.clock.now(org);
    const stop = await readStop(session, org.schema);
    const people = stop?.by_id ? await readPeople(this.database, org, [stop.by_id]) : undefined;
    const [events] = await session.run<{ count: number; oldest: Date | null }>(sql`
      select (select count(*)::int from (select from ${table('event')} limit ${MOST_COUNTED}) as counted) as count,
        (select at from ${table('history')} where id = (select min(history_id) from ${table('event')})) as oldest`);
    const rows = await session.run<WorkflowRow>(sql`
      with recursive known(workflow_id) as (
        (select min(workflow_id) from ${table('run')})
        union all select (select min(run.workflow_id) from ${table('run')} as run where run.workflow_id > known.workflow_id) from known where known.workflow_id is not null
      ), listed as (
        select workflow_id from known where workflow_id is not null union select workflow_id from ${table('workflowControl')} where paused_at is not null
      )
      select listed.workflow_id, coalesce(control.paused_at is not null, false) as paused,
        (select count(*)::int from (select from ${table('heldEvent')} as held where held.workflow_id = listed.workflow_id limit ${MOST_COUNTED}) as counted) as "changesKept",
        ready.count as "readyRuns", ready.oldest as "oldestReadyAt",
        (select count(*)::int from (select from ${table('run')} as run where run.workflow_id = listed.workflow_id and run.next_attempt_at > ${now}::timestamptz limit ${MOST_COUNTED}) as counted) as "laterRuns",
        (select count(*)::int from (select from ${table('run')} as run where run.workflow_id = listed.workflow_id and run.status = 'failed' limit ${MOST_COUNTED}) as counted) as "parkedRuns"
      from listed left join ${table('workflowControl')} as control on control.workflow_id = listed.workflow_id
      cross join lateral (
        select count(*)::int as count, min(next_attempt_at) as oldest from (
          select next_attempt_at from ${table('run')} as run where run.workflow_id = listed.workflow_id and run.next_attempt_at <= ${now}::timestamptz order by run.next_attempt_at limit ${MOST_COUNTED}) as counted
      ) as ready`);
    const { model } = await this.models.current(org);
    const sum = (of: (row: WorkflowRow) => number) => rows.reduce((total, row) => total + of(row), 0);
    const oldest = rows.flatMap(({ oldestReadyAt }) => oldestReadyAt ?? []).sort((one, other) => one.getTime() - other.getTime())[0];
    return {
      paused: stop !== undefined, pausedAt: stop?.at ?? null, pausedBy: people?.get(stop?.by_id ?? '') ?? null, reason: stop?.reason ?? null,
      eventsWaiting: events?.count ?? 0, oldestEventAt: events?.oldest ?? null,
      readyRuns: sum(({ readyRuns }) => readyRuns), oldestReadyAt: oldest ?? null, parkedRuns: sum(({ parkedRuns }) => parkedRuns), countedUpTo: MOST_COUNTED,
      workflows: rows.filter((row) => row.paused || row.changesKept + row.readyRuns + row.laterRuns + row.parkedRuns > 0).map(({ workflow_id: id, ...row }): WorkflowBacklog => {
        const workflow = findWorkflow(model, id);
        return { ...row, workflow: workflow?.name ?? id, title: workflow ? translate(workflow.title, workflow.titles, locale) : id };
      }).sort((one, other) => other.readyRuns - one.readyRuns || other.changesKept - one.changesKept || one.title.localeCompare(other.title)),
    };
  }
}
