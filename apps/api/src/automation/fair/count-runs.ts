import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { OrgTransaction } from '../../database/sql-session.js';

/** Runs per hour of a workflow of which nobody knows yet what is usual. */
export const RUNS_AT_FIRST = 20_000;
/** Later: so many times its busiest hour, but no fewer than `LEAST`. */
const TIMES = 10;
const LEAST = 5_000;

interface Hour {
  readonly made: number;
  readonly most: number;
  readonly stands: boolean;
}

/**
 * Counts runs that a workflow has made, in the transaction that makes them. One that makes far more in an hour than it does
 * otherwise is paused alone, there and then: what it has made waits, as does what comes. The limit is what a person has set,
 * or ten times its busiest hour, which fades by a hundredth with each hour that comes after it. Runs that an import has set
 * off are not counted by those who call this: whoever imports knows how many rows there are. Answers whether the workflow goes on.
 */
export async function countRuns(tx: OrgTransaction, workflowId: string, made: number, now: Date): Promise<boolean> {
  // A rehearsal plays months within minutes.
  if (made === 0 || tx.org.clock !== undefined) return true;
  const control = orgTable(tx.org.schema, 'workflowControl');
  const isSameHour = sql`control.hour_began > ${now}::timestamptz - interval '1 hour'`;
  const [hour] = await tx.run<Hour>(sql`
    insert into ${control} as control (workflow_id, hour_began, hour_runs) values (${workflowId}, ${now}::timestamptz, ${made})
    on conflict (workflow_id) do update set
      hour_began = case when ${isSameHour} then control.hour_began else excluded.hour_began end,
      hour_runs = excluded.hour_runs + case when ${isSameHour} then control.hour_runs else 0 end,
      usual_runs = case when ${isSameHour} then control.usual_runs else greatest(control.hour_runs, floor(control.usual_runs * 0.99)::int) end
    returning hour_runs as made, paused_at is not null as stands, ${mostRuns()} as most`);
  if (!hour || hour.stands || hour.made <= hour.most) return hour?.stands !== true;
  const detail = JSON.stringify({ why: 'runaway', made: hour.made, limit: hour.most });
  await tx.run(sql`update ${control} set paused_at = ${now}::timestamptz, paused_by = null, pause = ${detail}::jsonb where workflow_id = ${workflowId}`);
  await tx.run(sql`insert into ${orgTable(tx.org.schema, 'automationAlert')} (kind, workflow_id, detail, at) values ('runaway', ${workflowId}, ${detail}::jsonb, ${now}::timestamptz)`);
  await tx.run(sql`insert into ${orgTable(tx.org.schema, 'automationEntry')} (kind, workflow_id, detail, at) values ('workflowPaused', ${workflowId}, ${detail}::jsonb, ${now}::timestamptz)`);
  return false;
}

/** Of a row of `_workflow_control`: how many runs an hour are not too many. */
export function mostRuns() {
  return sql`coalesce(hourly_limit, case when usual_runs = 0 then ${RUNS_AT_FIRST}::int else least(greatest(${LEAST}::int, ${TIMES}::bigint * usual_runs), 2000000000)::int end)`;
}

/** So many runs come at once by somebody's choice: that is what is usual for the time being. */
export async function expectRuns(tx: OrgTransaction, workflowId: string, count: number): Promise<void> {
  await tx.run(sql`
    insert into ${orgTable(tx.org.schema, 'workflowControl')} as control (workflow_id, usual_runs) values (${workflowId}, ${count})
    on conflict (workflow_id) do update set usual_runs = greatest(control.usual_runs, excluded.usual_runs)`);
}
