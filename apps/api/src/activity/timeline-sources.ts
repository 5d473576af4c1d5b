import type { Model, ObjectModel } from '@guanxi/metadata';
import { orgTable, recordTable, type Access } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { threadRows } from './comment-rows.js';
import type { ReadableRecord } from './readable-record.js';
import type { TimelinePart } from './timeline-parts.js';

export interface TimelineSource {
  readonly schema: string;
  readonly model: Model;
  readonly access: Access;
  readonly record: ReadableRecord;
}

/** The latest of what machines and colleagues did around the record; older ones are found where they belong. */
const MOST_AROUND = 500;

type Source = (place: TimelineSource, parts: readonly TimelinePart[]) => readonly RawBuilder<unknown>[];

/** Where each part of a timeline comes from: statements that answer rows of one shape. */
const sources: Readonly<Record<TimelinePart, Source>> = {
  comments: ({ schema, record }) => [threadRows(schema, record)],
  changes: ({ schema, record }) => [sql`
    select id::text, case when record_id <> ${record.id} and kind = 'deleted' then 'merged' else kind end, at, actor_id, source, null, '{}'::uuid[], changes, null::jsonb, at
    from ${orgTable(schema, 'history')} where object = ${record.object.id} and (record_id = ${record.id} or (kind <> 'created' and record_id in (${mergedInto(record, schema)})))`],
  // What was sent with a comment that is shown stands there.
  files: ({ schema, record }, parts) => [sql`
    select id::text, kind, at, actor_id, source, null, '{}'::uuid[], null, jsonb_build_object('id', attachment_id, 'name', name, 'version', version, 'before', before), at
    from ${orgTable(schema, 'attachmentEvent')} event where object = ${record.object.id} and (record_id = ${record.id} or record_id in (${mergedInto(record, schema)})) ${parts.includes('comments') ? cameWithoutComment(schema, record) : sql``}`],
  approvals: ({ schema, record }) => [sql`
    select event.id::text, 'approval' || upper(left(event.kind, 1)) || substr(event.kind, 2), event.at, event.actor_id, null, event.comment, array_remove(array[event.other_id], null), null,
      jsonb_build_object('id', approval.id, 'name', approval.title, 'version', event.level + 1, 'before', approval.levels -> event.level ->> 'title', 'titles', approval.titles, 'levelTitles', approval.levels -> event.level -> 'titles'), event.at
    from ${orgTable(schema, 'approvalEvent')} event join ${orgTable(schema, 'approval')} approval on approval.id = event.approval_id where event.object = ${record.object.id} and event.record_id = ${record.id}`],
  shares: ({ schema, record }) => [sql`
    select id::text, 'share' || upper(left(kind, 1)) || substr(kind, 2), at, actor_id, null, reason, '{}'::uuid[], null, jsonb_build_object('id', principal, 'name', access, 'until', until), at
    from ${orgTable(schema, 'shareEvent')} where object = ${record.object.id} and record_id = ${record.id}`],
  // Not what they say nor where they went: a workflow writes by more rights than a reader may have.
  mails: ({ schema, record }) => [sql`(
    select id::text, 'mail', coalesce(sent_at, created_at) as moved_at, created_by, null, null, array_remove(array[to_user], null), null, jsonb_build_object('id', id, 'document', template, 'status', status, 'toUser', to_user), coalesce(sent_at, created_at)
    from ${orgTable(schema, 'mail')} where record_id = ${record.id} and kind = 'workflow' order by created_at desc limit ${MOST_AROUND})`],
  runs: ({ schema, record }) => [sql`(
    select id::text, 'run', started_at, null::uuid, 'workflow', null, '{}'::uuid[], null, jsonb_build_object('id', id, 'document', workflow_id, 'status', status), started_at
    from ${orgTable(schema, 'run')} where record_id = ${record.id} and parent_id is null order by started_at desc limit ${MOST_AROUND})`],
  tasks: ({ schema, model, access, record }) => tasksAbout(model, access, record.object).map(({ object, column }) => sql`(
    select id::text, 'task', created_at, created_by, null, null, '{}'::uuid[], null, jsonb_build_object('id', id, 'document', ${object.id}::text), created_at
    from ${recordTable(schema, object)} where ${sql.id(column)} = ${record.id} and deleted_at is null order by created_at desc limit ${MOST_AROUND})`),
};

/** All that happened, unless only some parts are asked for. */
export function timelineRows(place: TimelineSource, parts: readonly TimelinePart[]): RawBuilder<unknown> {
  const nothing = sql`select ''::text as id, ''::text as kind, null::timestamptz as at, null::uuid as actor_id, null::text as source, null::text as text, '{}'::uuid[] as mentions, null::jsonb as changes, null::jsonb as about, null::timestamptz as moved_at where false`;
  return sql.join([nothing, ...parts.flatMap((part) => sources[part](place, parts))], sql` union all `);
}

/**
 * Lookups of objects that people work through day by day: a list view shows everybody their own by a day. Calls, visits and
 * the like are such records, whatever an org calls them.
 */
function tasksAbout(model: Model, access: Access, target: ObjectModel): readonly { readonly object: ObjectModel; readonly column: string }[] {
  return model.objects.flatMap((object) => {
    const rights = access.objects.get(object.name);
    if (object.platform || !rights || !isWorkedThrough(model, object)) return [];
    return object.fields.filter((field) => field.target === target.name && field.storage === 'column' && !field.system && rights.readableFields.has(field.name)).map(({ column }) => ({ object, column }));
  });
}

function isWorkedThrough(model: Model, object: ObjectModel): boolean {
  return model.views.some((view) => {
    const day = object.fieldByName.get(view.orderBy?.[0]?.field ?? '');
    return view.object === object.name && day?.type === 'date' && JSON.stringify((view.where as { readonly owner?: unknown } | undefined)?.owner) === '{"eq":"me"}';
  });
}

function cameWithoutComment(schema: string, { object, id }: ReadableRecord): RawBuilder<unknown> {
  return sql`and not (kind = 'fileAdded' and exists (select from ${orgTable(schema, 'comment')} c where c.object = ${object.id} and c.record_id = ${id}::uuid and c.deleted_at is null and event.attachment_id = any(c.attachments)))`;
}

/** What happened to records that turned out to be this one belongs to it as well, as long as nobody brings them back. */
function mergedInto({ object, id }: Pick<ReadableRecord, 'id' | 'object'>, schema: string): RawBuilder<unknown> {
  return sql`select m.record_id from ${orgTable(schema, 'merged')} m join ${recordTable(schema, object)} t on t.id = m.record_id and t.deleted_at is not null where m.into_id = ${id}::uuid`;
}
