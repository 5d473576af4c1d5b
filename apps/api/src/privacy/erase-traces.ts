import { orgTable, type OrgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { wakeParents } from '../automation/note-success.js';
import type { OrgTransaction, SqlSession } from '../database/sql-session.js';
import type { PersonRecords } from './person-records.js';

export interface TracePlace {
  readonly session: SqlSession;
  readonly schema: string;
  readonly records: PersonRecords;
  /** Texts by which the person is named. */
  readonly identifiers: readonly string[];
}

export interface TraceErasure extends TracePlace {
  readonly session: OrgTransaction;
  readonly at: Date;
}

/** How much of what was gone. */
export type TraceCounts = Readonly<Record<Trace, number>>;

type Trace = 'comments' | 'files' | 'mails' | 'notifications' | 'runs' | 'calls' | 'forms' | 'approvals' | 'deliveries' | 'due' | 'sharing' | 'imports' | 'exports' | 'operations';
type Sweep = (place: TracePlace) => readonly RawBuilder<unknown>[];

/** What was written, sent, run and kept about records. A statement answers a row for each thing it changed. */
const traces: Readonly<Record<Trace, Sweep>> = {
  comments: ({ schema, records }) => [sql`delete from ${orgTable(schema, 'comment')} where record_id = ${any(records.own)} returning 1 as one`],
  files: ({ schema, records }) => {
    const attachments = sql`select id from ${orgTable(schema, 'attachment')} where record_id = ${any(records.own)}`;
    const files = sql`select file_id from ${orgTable(schema, 'attachmentVersion')} where attachment_id in (${attachments})`;
    return [
      sql`delete from ${orgTable(schema, 'fileContent')} where file_id in (${files})`,
      sql`update ${orgTable(schema, 'file')} set name = '–', size = 0, sha256 = '' where id in (${files})`,
      sql`delete from ${orgTable(schema, 'attachmentEvent')} where record_id = ${any(records.own)}`,
      sql`delete from ${orgTable(schema, 'attachment')} where record_id = ${any(records.own)} returning 1 as one`,
    ];
  },
  mails: ({ schema, records, identifiers }) => [sql`delete from ${orgTable(schema, 'mail')} m where m.record_id = ${any(records.all)}
    or (lower(m.to_address) = any(${identifiers.map((one) => one.toLowerCase())}::text[]) and not exists (select from ${orgTable(schema, 'hold')} h where h.record_id = m.record_id and h.lifted_at is null)) returning 1 as one`],
  notifications: ({ schema, records }) => [
    sql`delete from ${orgTable(schema, 'notificationMute')} where record_id = ${any(records.all)}`,
    sql`delete from ${orgTable(schema, 'follower')} where record_id = ${any(records.all)}`,
    // What a list is called says something of those that are on it.
    sql`delete from ${orgTable(schema, 'listMember')} where record_id = ${any(records.all)}`,
    sql`delete from ${orgTable(schema, 'notification')} where record_id = ${any(records.all)} returning 1 as one`,
  ],
  runs: ({ schema, records }) => [
    sql`update ${orgTable(schema, 'runStep')} set input = null, output = null, error = null where run_id in (select id from ${orgTable(schema, 'run')} where record_id = ${any(records.all)})`,
    sql`update ${orgTable(schema, 'run')} set facts = '{}', trigger = '{}', "values" = '{}', woken = null, error = null where record_id = ${any(records.all)} returning 1 as one`,
    sql`delete from ${orgTable(schema, 'eventWait')} where record_id = ${any(records.all)}`,
    sql`update ${orgTable(schema, 'raisedEvent')} set "values" = '{}' where record_id = ${any(records.all)}`,
  ],
  calls: ({ schema, records, identifiers }) => [
    sql`update ${orgTable(schema, 'callIn')} set body = '', problems = null where (record_id = ${any(records.all)} or ${names(sql`body`, identifiers)}) and body <> '' returning 1 as one`,
    sql`update ${orgTable(schema, 'callOut')} set body = '', response = null, error = null, url = '', headers = '{}', status = case when status = 'waiting' then 'failed' else status end, next_attempt_at = null
      where (run_id in (select id from ${orgTable(schema, 'run')} where record_id = ${any(records.all)}) or ${names(sql`body || coalesce(response, '')`, identifiers)}) and body <> '' returning 1 as one`,
  ],
  forms: ({ schema, records }) => [sql`update ${orgTable(schema, 'formTask')} set title = '–', text = null, answers = null, status = case when status = 'open' then 'expired' else status end, closed_at = coalesce(closed_at, now())
    where record_id = ${any(records.all)} returning 1 as one`],
  approvals: ({ schema, records }) => [
    sql`update ${orgTable(schema, 'approvalSeat')} set comment = null where approval_id in (select id from ${orgTable(schema, 'approval')} where record_id = ${any(records.all)})`,
    sql`update ${orgTable(schema, 'approvalEvent')} set comment = null where record_id = ${any(records.all)}`,
    sql`update ${orgTable(schema, 'approval')} set title = '–' where record_id = ${any(records.all)} returning 1 as one`,
  ],
  deliveries: ({ schema, records }) => [sql`delete from ${orgTable(schema, 'delivery')} where record_id = ${any(records.all)} returning 1 as one`],
  // What was to happen by a date of the person does not.
  due: ({ schema, records }) => [sql`delete from ${orgTable(schema, 'due')} where record_id = ${any(records.own)} returning 1 as one`, sql`update ${orgTable(schema, 'due')} set facts = null where record_id = ${any(records.all)}`],
  sharing: ({ schema, records }) => [
    sql`update ${orgTable(schema, 'shareEvent')} set reason = null where record_id = ${any(records.own)}`,
    sql`update ${orgTable(schema, 'share')} set reason = null where record_id = ${any(records.own)} and reason is not null returning 1 as one`,
  ],
  // Rows of files that were brought in stand in no record that tells whose they are, so what is kept of such files goes altogether.
  imports: ({ schema }) => [sql`update ${orgTable(schema, 'import')} set rejected_sample = '[]', problems = '[]', error = null where status not in ('queued', 'reading', 'checking', 'writing', 'ready') returning 1 as one`],
  exports: ({ schema }) => [sql`delete from ${orgTable(schema, 'export')} where status not in ('queued', 'running') returning 1 as one`],
  operations: ({ schema, identifiers }) => [
    sql`update ${orgTable(schema, 'operation')} set request = null, title = '{}', error = null where status <> 'running' and ${names(sql`coalesce(request::text, '') || title::text || coalesce(error, '')`, identifiers)} returning 1 as one`,
  ],
};

export const noTraces: TraceCounts = { comments: 0, files: 0, mails: 0, notifications: 0, runs: 0, calls: 0, forms: 0, approvals: 0, deliveries: 0, due: 0, sharing: 0, imports: 0, exports: 0, operations: 0 };

/** `left`: kinds of traces that stay. */
export async function eraseTraces(erasure: TraceErasure, left: readonly Trace[] = []): Promise<TraceCounts> {
  await cancelRuns(erasure);
  const counts: Partial<Record<Trace, number>> = {};
  for (const [trace, sweep] of Object.entries(traces) as readonly [Trace, Sweep][]) {
    counts[trace] = 0;
    if (left.includes(trace)) continue;
    for (const statement of sweep(erasure)) counts[trace] += (await erasure.session.run(statement)).length;
  }
  return counts as TraceCounts;
}

/** How much of what there is, before anything is erased. */
export async function countTraces({ session, schema, records, identifiers }: TracePlace): Promise<TraceCounts> {
  const of = (table: OrgTable, ids: readonly string[]) => sql`(select count(*)::int from ${orgTable(schema, table)} where record_id = ${any(ids)})`;
  const [row] = await session.run<TraceCounts>(sql`select
    ${of('comment', records.own)} as comments, ${of('attachment', records.own)} as files,
    (select count(*)::int from ${orgTable(schema, 'mail')} where record_id = ${any(records.all)} or lower(to_address) = any(${identifiers.map((one) => one.toLowerCase())}::text[])) as mails,
    ${of('notification', records.all)} as notifications, ${of('run', records.all)} as runs, ${of('callIn', records.all)} as calls, ${of('formTask', records.all)} as forms,
    ${of('approval', records.all)} as approvals, ${of('delivery', records.all)} as deliveries, ${of('due', records.own)} as due, ${of('share', records.own)} as sharing,
    (select count(*)::int from ${orgTable(schema, 'import')}) as imports, (select count(*)::int from ${orgTable(schema, 'export')}) as exports, 0 as operations`);
  if (!row) throw new Error('A count of what is kept answered nothing.');
  return row;
}

/** What has not come to its end would go on without the values that it began with. */
async function cancelRuns({ session, schema, records, at }: TraceErasure): Promise<void> {
  const ended = await session.run<{ parent_id: string | null }>(sql`
    update ${orgTable(schema, 'run')} set status = 'cancelled', next_attempt_at = null, rests = false, finished_at = ${at}::timestamptz
    where record_id = ${any(records.all)} and status in ('waiting', 'running', 'resting') returning parent_id`);
  await wakeParents(session, ended, at);
}

const any = (ids: readonly string[]): RawBuilder<unknown> => sql`any(${[...ids]}::uuid[])`;

/** Whether a text names the person. */
function names(text: RawBuilder<unknown>, identifiers: readonly string[]): RawBuilder<unknown> {
  return identifiers.length === 0 ? sql`false` : sql`${text} ilike any(${identifiers.map(containing)}::text[])`;
}

/** A pattern of LIKE. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
