import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import { tracing } from './tracing.js';

/** What is set off later than this begins a trace of its own. */
const KEPT_DAYS = 7;
/** Of a batch of thousands no more can be told than this many. */
const MOST = 32;

/** Notes that an operation belongs to the trace that the caller is within. Without traces nothing is written, or read by the others here. */
export async function rememberOrigin(session: SqlSession, schema: string, operationId: string, at: string): Promise<void> {
  const traceparent = tracing.on?.traceparent();
  if (traceparent === undefined) return;
  const table = orgTable(schema, 'trace');
  await session.run(sql`with old as (
      select operation_id from ${table} where at < ${at}::timestamptz - make_interval(days => ${KEPT_DAYS}) order by at limit 100
    ), forgotten as (
      delete from ${table} as t using old where t.operation_id = old.operation_id
    )
    insert into ${table} (operation_id, traceparent, at) values (${operationId}::uuid, ${traceparent}, ${at}::timestamptz) on conflict (operation_id) do nothing`);
}

/** The `traceparent` headers of operations. */
export async function originsOf(session: SqlSession, schema: string, operationIds: readonly string[]): Promise<readonly string[]> {
  if (!tracing.on || operationIds.length === 0) return [];
  const rows = await session.run<{ traceparent: string }>(sql`select distinct traceparent from ${orgTable(schema, 'trace')} where operation_id = any(${operationIds}::uuid[]) limit ${MOST}`);
  return rows.map(({ traceparent }) => traceparent);
}

/** Those of the changes and calls that set runs off. */
export async function originsOfRuns(session: SqlSession, schema: string, runIds: readonly string[]): Promise<readonly string[]> {
  if (!tracing.on) return [];
  const rows = await session.run<{ operation: string }>(sql`select distinct coalesce(history.operation_id, run.id) as operation
    from ${orgTable(schema, 'run')} as run
      left join ${orgTable(schema, 'history')} as history on history.id = case when run.occasion ~ '^[0-9]{1,18}$' then run.occasion::bigint end and history.record_id = run.record_id
    where run.id = any(${runIds}::uuid[]) limit ${MOST}`);
  return originsOf(session, schema, rows.map(({ operation }) => operation));
}

/** Those of events that are looked at. */
export async function originsOfChanges(session: SqlSession, schema: string, historyIds: readonly string[]): Promise<readonly string[]> {
  if (!tracing.on) return [];
  const rows = await session.run<{ operation: string }>(sql`select distinct operation_id as operation from ${orgTable(schema, 'history')} where id = any(${historyIds.slice(0, MOST)}::bigint[]) and operation_id is not null`);
  return originsOf(session, schema, rows.map(({ operation }) => operation));
}
