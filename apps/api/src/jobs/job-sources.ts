import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { mayWait } from '../metadata/online/online-work.js';
import type { Org } from '../orgs/org.js';
import type { BackgroundJobKind } from './background-job.type.js';

/**
 * Where each kind of job is kept, as rows of one shape: id, subject, object, status, user_id, started_at, finished_at, done,
 * total, error, fixed (cannot be stopped). A new kind: a line.
 */
export const jobSources: Readonly<Record<BackgroundJobKind, (org: Org) => RawBuilder<unknown>>> = {
  import: ({ schema }) => sql`
    select id::text, file_name as subject, plan ->> 'object' as object,
      case when status in ('queued', 'ready') then 'waiting' when status in ('reading', 'checking', 'writing') then 'running' else status end as status,
      user_id, started_at, finished_at, greatest(rows_read, 0)::float8 as done, rows_total::float8 as total, error, false as fixed
    from ${orgTable(schema, 'import')}`,
  export: ({ schema }) => exported(schema, sql`kind <> 'backup'`),
  backup: ({ schema }) => exported(schema, sql`kind = 'backup'`),
  operation: ({ schema }) => sql`
    select id::text, ''::text as subject, title ->> 'object' as object, status, actor_id as user_id, started_at, finished_at, null::float8 as done, null::float8 as total, error, false as fixed
    from ${orgTable(schema, 'operation')} where request is not null`,
  table: ({ schema }) => sql`
    select work.id::text, work.name as subject, work.object, case when work.stopped_at is not null then 'cancelled' when work.error is not null then 'failed' when building.total is not null or work.kind <> 'index' then 'running' else 'waiting' end as status,
      null::uuid as user_id, work.since as started_at, null::timestamptz as finished_at, building.done, building.total, work.error, not (${mayWait}) as fixed
    from ${sql.id(schema, '_pending_work')} work left join lateral (
      select progress.blocks_done::float8 as done, nullif(progress.blocks_total, 0)::float8 as total
      from pg_stat_progress_create_index progress join pg_class class on class.oid = progress.index_relid
      where class.relname = work.name and class.relnamespace = ${schema}::regnamespace limit 1) building on true`,
  sandbox: ({ id }) => sql`
    select org.id::text, org.name as subject, null::text as object,
      case sandbox.state when 'waiting' then 'waiting' when 'copying' then 'running' when 'ready' then 'done' else sandbox.state end as status,
      sandbox.created_by as user_id, sandbox.created_at as started_at, null::timestamptz as finished_at, sandbox.rows_copied::float8 as done, sandbox.rows_total::float8 as total, sandbox.error, false as fixed
    from guanxi.sandbox sandbox join guanxi.org org on org.id = sandbox.org_id where org.sandbox_of = ${id}::uuid`,
};

function exported(schema: string, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select id::text, file_name as subject, wish ->> 'object' as object, case status when 'queued' then 'waiting' else status end as status,
      user_id, started_at, finished_at, rows_written::float8 as done, rows_total::float8 as total, error, false as fixed
    from ${orgTable(schema, 'export')} where ${which}`;
}
