import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { OrgTransaction, SqlSession } from '../../database/sql-session.js';

export interface AutomationStop {
  readonly at: Date;
  readonly by_id: string | null;
  readonly reason: string | null;
}

/** Undefined where automation goes on. */
export async function readStop(session: SqlSession, schema: string): Promise<AutomationStop | undefined> {
  return (await session.run<AutomationStop>(sql`select at, by_id, reason from ${orgTable(schema, 'automationStop')}`))[0];
}

/** Ids of workflows that do not stand still any more, with changes that were kept for them meanwhile. */
export async function readKept(session: SqlSession, schema: string): Promise<readonly string[]> {
  const rows = await session.run<{ workflow_id: string }>(sql`with recursive ${keptWorkflows(schema)}
    select workflow_id from kept where workflow_id is not null and not exists (
      select from ${orgTable(schema, 'workflowControl')} as control where control.workflow_id = kept.workflow_id and control.paused_at is not null)`);
  return rows.map(({ workflow_id: id }) => id);
}

/** Whether `readKept` would find any. */
export function isKeptToRelease(schema: string): RawBuilder<unknown> {
  return sql`exists (with recursive ${keptWorkflows(schema)} select from kept where workflow_id is not null and not exists (
    select from ${orgTable(schema, 'workflowControl')} as control where control.workflow_id = kept.workflow_id and control.paused_at is not null))`;
}

/** Of a workflow that was switched off. Answers how many. */
export async function forgetKept(tx: OrgTransaction, workflowId: string): Promise<number> {
  return (await tx.run(sql`delete from ${orgTable(tx.org.schema, 'heldEvent')} where workflow_id = ${workflowId} returning history_id`)).length;
}

/** A table `kept (workflow_id)`: an index look-up for each workflow, however many changes wait. */
function keptWorkflows(schema: string): RawBuilder<unknown> {
  const held = orgTable(schema, 'heldEvent');
  return sql`kept(workflow_id) as (
    (select workflow_id from ${held} order by workflow_id limit 1)
    union all select (select held.workflow_id from ${held} as held where held.workflow_id > kept.workflow_id order by held.workflow_id limit 1) from kept where kept.workflow_id is not null
  )`;
}
