import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { OrgTransaction } from '../../database/sql-session.js';
import type { OpenRun, RunGroup } from '../perform-step.js';

export interface HeldRuns {
  readonly group: RunGroup;
  /** Batches that are the workflow's before it is another one's turn. */
  readonly weight: number;
  readonly runs: readonly OpenRun[];
}

/**
 * Takes hold of runs that are ready, all at the same step of one workflow. Workflows take turns in the order of their ids:
 * the next one after `last` that has something ready and does not stand still. One with a hundred thousand ready runs so
 * gets a batch, as does one with a single run.
 */
export async function holdRuns(tx: OrgTransaction, now: Date, { last, sizeFor }: { readonly last: string; readonly sizeFor: (group: RunGroup) => number }): Promise<HeldRuns | undefined> {
  const first = (await holdFirst(tx, now, last)) ?? (last === '' ? undefined : await holdFirst(tx, now, ''));
  if (!first) return undefined;
  const { weight, ...group } = first;
  const runs = await tx.run<OpenRun>(sql`
    select id, record_id, attempts, "values", woken, parent_id from ${orgTable(tx.org.schema, 'run')}
    where next_attempt_at <= ${now}::timestamptz and workflow_id = ${group.workflow_id} and revision = ${group.revision} and step = ${group.step} and depth = ${group.depth} and rests = ${group.rests}
    order by next_attempt_at, id limit ${sizeFor(group)} for update skip locked`);
  return { group, weight, runs };
}

async function holdFirst(tx: OrgTransaction, now: Date, after: string): Promise<(RunGroup & Pick<HeldRuns, 'weight'>) | undefined> {
  const { schema } = tx.org;
  const [group] = await tx.run<RunGroup & Pick<HeldRuns, 'weight'>>(sql`with recursive ${openWorkflows(schema, after)}
    select head.*, coalesce((select weight from ${orgTable(schema, 'workflowControl')} as control where control.workflow_id = head.workflow_id), 1) as weight from open_workflow cross join lateral (
      select workflow_id, revision, step, depth, rests from ${orgTable(schema, 'run')}
      where workflow_id = open_workflow.workflow_id and next_attempt_at <= ${now}::timestamptz order by next_attempt_at, id limit 1 for update skip locked
    ) as head
    where open_workflow.workflow_id is not null and ${moves(schema, sql`open_workflow.workflow_id`)} limit 1`);
  return group;
}

/** Whether some run is ready whose workflow does not stand still: a few index look-ups for each workflow with open runs. */
export function isRunReady(schema: string, now: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (with recursive ${openWorkflows(schema, '')} select from open_workflow where open_workflow.workflow_id is not null
    and exists (select from ${orgTable(schema, 'run')} as ready where ready.workflow_id = open_workflow.workflow_id and ready.next_attempt_at <= ${now})
    and ${moves(schema, sql`open_workflow.workflow_id`)})`;
}

/** A table `open_workflow` of the workflows behind `after` that have runs with something before them: an index look-up for each. */
function openWorkflows(schema: string, after: string): RawBuilder<unknown> {
  const run = orgTable(schema, 'run');
  const next = (behind: RawBuilder<unknown>) => sql`(select run.workflow_id from ${run} as run where run.next_attempt_at is not null and run.workflow_id > ${behind} order by run.workflow_id limit 1)`;
  return sql`open_workflow(workflow_id) as (
    select ${next(sql`${after}::text`)}
    union all select ${next(sql`open_workflow.workflow_id`)} from open_workflow where open_workflow.workflow_id is not null
  )`;
}

function moves(schema: string, workflowId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`not exists (select from ${orgTable(schema, 'workflowControl')} as control where control.workflow_id = ${workflowId} and control.paused_at is not null)`;
}
