import { orgTable } from '@guanxi/query';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { readPeople, type Person } from '../../activity/read-people.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { Org } from '../../orgs/org.js';
import { mostRuns, RUNS_AT_FIRST } from './count-runs.js';
import { WorkflowAuthors } from './workflow-authors.js';

/** How a workflow fared lately, and whether it stands still. */
export interface WorkflowFare {
  /** The revision that brought the version in force. */
  readonly version: number | null;
  readonly changedAt: Date | null;
  readonly changedBy: Person | null;
  /** Runs begun in each of the last 24 hours, oldest first. */
  readonly runsByHour: readonly number[];
  /** Of those, the ones that are parked. */
  readonly failedLately: number;
  readonly pausedAt: Date | null;
  readonly pausedBy: Person | null;
  /** `runaway`: Guanxi paused it, since it made too many runs; `person`. */
  readonly pausedBecause: string | null;
  /** Of a runaway: runs within the hour, and how many would not have been too many. */
  readonly pausedAtRuns: number | null;
  /** Runs per hour beyond which it is paused. */
  readonly hourlyLimit: number;
  readonly limitIsSet: boolean;
  /** Batches that it gets each time it is its turn. */
  readonly weight: number;
}

interface FareRow {
  readonly workflow_id: string;
  readonly hours: readonly { readonly hour: number; readonly runs: number; readonly failed: number }[] | null;
  readonly paused_at: Date | null;
  readonly paused_by: string | null;
  readonly pause: { readonly why: string; readonly made?: number } | null;
  readonly most: number | null;
  readonly hourly_limit: number | null;
  readonly weight: number | null;
}

const HOURS = 24;

/** Reads how workflows fare: an index range of the last day for each. */
@Injectable()
export class WorkflowFares {
  constructor(
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
    private readonly authors: WorkflowAuthors,
  ) {}

  async read(org: Org, ids: readonly string[]): Promise<ReadonlyMap<string, WorkflowFare>> {
    const now = this.clock.now(org);
    const rows = await this.database.session(org).run<FareRow>(sql`
      select asked.id as workflow_id, control.paused_at, control.paused_by, control.pause, control.hourly_limit, control.weight, control.most,
        (select json_agg(hours) from (
          select floor(extract(epoch from ${now}::timestamptz - run.started_at) / 3600)::int as hour, count(*)::int as runs, (count(*) filter (where run.status = 'failed'))::int as failed
          from ${orgTable(org.schema, 'run')} as run
          where run.workflow_id = asked.id and run.started_at > ${now}::timestamptz - interval '24 hours' and run.started_at <= ${now}::timestamptz and run.parent_id is null group by 1
        ) as hours) as hours
      from unnest(${ids}::text[]) as asked(id)
      left join (select *, ${mostRuns()} as most from ${orgTable(org.schema, 'workflowControl')}) as control on control.workflow_id = asked.id`);
    const authors = await this.authors.of(org);
    const people = await readPeople(this.database, org, [...rows.map(({ paused_by: by }) => by), ...ids.map((id) => authors.get(id)?.by ?? null)]);
    return new Map(rows.map((row): [string, WorkflowFare] => {
      const author = authors.get(row.workflow_id);
      const hours = row.hours ?? [];
      return [row.workflow_id, {
        version: author?.revision ?? null, changedAt: author?.at ?? null, changedBy: people.get(author?.by ?? '') ?? null,
        runsByHour: Array.from({ length: HOURS }, (_, index) => hours.find(({ hour }) => hour === HOURS - 1 - index)?.runs ?? 0),
        failedLately: hours.reduce((sum, { failed }) => sum + failed, 0),
        pausedAt: row.paused_at, pausedBy: people.get(row.paused_by ?? '') ?? null, pausedBecause: row.pause?.why ?? null, pausedAtRuns: row.pause?.made ?? null,
        hourlyLimit: row.most ?? RUNS_AT_FIRST, limitIsSet: row.hourly_limit !== null, weight: row.weight ?? 1,
      }];
    }));
  }
}
