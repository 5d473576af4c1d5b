import { Injectable } from '@nestjs/common';
import { translate, type JsonValue, type Translations } from '@guanxi/field-types';
import type { ObjectModel } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.js';
import { sensitiveChanges } from '../audit/sensitive-changes.js';
import { SensitiveReads } from '../audit/sensitive-reads.js';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';
import { readParties } from '../people/share-party.js';
import { describeChanges, type TimelineChange } from './describe-changes.js';
import { readPeople, type Person } from './read-people.js';
import { findReadableRecord } from './readable-record.js';

/** One thing that happened on a record: a comment, something with a file (kinds that begin with `file`), with an approval (kinds that begin with `approval`), with a share (kinds that begin with `share`), or a change (`created`, `updated`, `deleted`, `restored`; `merged` where another record became a part of it). */
export interface TimelineItem {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  /** Null for what the platform did by itself. */
  readonly by: Person | null;
  readonly source: string | null;
  readonly text: string | null;
  readonly mentions: readonly Person[];
  readonly changes: readonly TimelineChange[] | null;
  readonly parentId: string | null;
  readonly mayDelete: boolean;
  readonly mayEdit: boolean;
  /** When its words were changed last. */
  readonly editedAt: Date | null;
  readonly file: TimelineFile | null;
  readonly approval: TimelineApproval | null;
  readonly share: TimelineShare | null;
}

interface TimelineShare {
  /** Whom it is shared with, as people know them. */
  readonly with: string;
  readonly access: 'read' | 'edit';
  readonly until: Date | null;
}

interface TimelineApproval {
  readonly id: string;
  readonly title: string;
  /** From 1. */
  readonly level: number;
  readonly levelTitle: string | null;
  /** In whose place it was decided, or who is asked now. */
  readonly other: Person | null;
}

interface TimelineFile {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly before: string | null;
}

export interface TimelinePage {
  readonly items: readonly TimelineItem[];
  readonly next: string | null;
}

interface ItemRow {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  readonly at_text: string;
  readonly actor_id: string | null;
  readonly source: string | null;
  readonly text: string | null;
  readonly mentions: readonly string[];
  readonly changes: Readonly<Record<string, readonly [JsonValue, JsonValue]>> | null;
  readonly parent_id: string | null;
  readonly edited_at: Date | null;
  readonly file: TimelineFile & { readonly titles?: Translations; readonly levelTitles?: Translations | null } | null;
}

const MOST = 200;

@Injectable()
export class Timelines {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly sensitive: SensitiveReads,
  ) {}

  /** Newest first. Undefined when there is no such record for this person; changes of fields they may not read are left out. */
  async read(actor: Actor, request: { object: string; recordId: string; first: number; after?: string }): Promise<TimelinePage | undefined> {
    const { schema } = actor.org;
    const session = this.database.session(actor.org);
    const { model } = await this.models.current(actor.org);
    const place = { session, schema, model };
    const record = await findReadableRecord(place, actor.access, request.object, request.recordId);
    if (!record) return undefined;

    const first = Math.min(Math.max(request.first, 1), MOST);
    const rows = await session.run<ItemRow>(sql`
      select *, at::text as at_text from (
        select id::text as id, 'comment' as kind, at, author_id as actor_id, null as source, text, mentions, null::jsonb as changes, parent_id, null::jsonb as file, edited_at
        from ${orgTable(schema, 'comment')} where object = ${record.object.id} and record_id = ${record.id} and deleted_at is null
        union all
        select id::text, case when record_id <> ${record.id} and kind = 'deleted' then 'merged' else kind end, at, actor_id, source, null, '{}'::uuid[], changes, null, null, null
        from ${orgTable(schema, 'history')} where object = ${record.object.id} and (record_id = ${record.id} or (kind <> 'created' and record_id in (${mergedInto(record, schema)})))
        union all
        select id::text, kind, at, actor_id, source, null, '{}'::uuid[], null, null, jsonb_build_object('id', attachment_id, 'name', name, 'version', version, 'before', before), null
        from ${orgTable(schema, 'attachmentEvent')} where object = ${record.object.id} and (record_id = ${record.id} or record_id in (${mergedInto(record, schema)}))
        union all
        select event.id::text, 'approval' || upper(left(event.kind, 1)) || substr(event.kind, 2), event.at, event.actor_id, null, event.comment, array_remove(array[event.other_id], null), null, null,
          jsonb_build_object('id', approval.id, 'name', approval.title, 'version', event.level + 1, 'before', approval.levels -> event.level ->> 'title', 'titles', approval.titles, 'levelTitles', approval.levels -> event.level -> 'titles'), null
        from ${orgTable(schema, 'approvalEvent')} event join ${orgTable(schema, 'approval')} approval on approval.id = event.approval_id where event.object = ${record.object.id} and event.record_id = ${record.id}
        union all
        select id::text, 'share' || upper(left(kind, 1)) || substr(kind, 2), at, actor_id, null, reason, '{}'::uuid[], null, null, jsonb_build_object('id', principal, 'name', access, 'version', 0, 'before', until), null
        from ${orgTable(schema, 'shareEvent')} where object = ${record.object.id} and record_id = ${record.id}
      ) item ${afterCursor(request.after)} order by at desc, id desc limit ${first + 1}`);
    const shown = rows.slice(0, first);

    const people = await readPeople(this.database, actor.org, shown.flatMap(({ actor_id, mentions }) => [actor_id, ...mentions]));
    const changes = await describeChanges(place, actor.access, record.object, shown.map((row) => row.changes));
    await this.sensitive.note(actor, 'timeline', sensitiveChanges(model, record.object, changes.map((some) => ({ id: record.id, fields: (some ?? []).map(({ field }) => field) }))));
    const parties = await readParties(session, { schema, model, locale: actor.locale }, shown.flatMap((row) => (isShare(row) && row.file ? [row.file.id] : [])));
    const items = shown.map((row, index): TimelineItem => ({
      id: row.id,
      kind: row.kind,
      at: row.at,
      by: (row.actor_id !== null && people.get(row.actor_id)) || null,
      source: row.source,
      text: row.text,
      mentions: isApproval(row) ? [] : row.mentions.flatMap((id) => people.get(id) ?? []),
      changes: changes[index] ?? null,
      parentId: row.parent_id,
      mayDelete: row.kind === 'comment' && (actor.access.admin || row.actor_id === actor.userId),
      mayEdit: row.kind === 'comment' && row.actor_id === actor.userId,
      editedAt: row.edited_at,
      file: isApproval(row) || isShare(row) ? null : row.file,
      share: isShare(row) && row.file ? { with: parties.get(row.file.id)?.name ?? row.file.id, access: row.file.name === 'edit' ? 'edit' : 'read', until: row.file.before === null ? null : new Date(row.file.before) } : null,
      approval: isApproval(row) && row.file ? { id: row.file.id, title: translate(row.file.name, row.file.titles, actor.locale), level: row.file.version, levelTitle: row.file.before === null ? null : translate(row.file.before, row.file.levelTitles ?? undefined, actor.locale), other: people.get(row.mentions[0] ?? '') ?? null } : null,
    }));
    const last = shown.at(-1);
    return { items, next: rows.length > first && last ? JSON.stringify([last.at_text, last.id]) : null };
  }
}

/** Approvals come in the columns of files: what they are called, their level and its title. */
function isApproval({ kind }: ItemRow): boolean {
  return kind.startsWith('approval');
}

/** Shares come in the same columns: whom it is shared with, the right and the end. */
function isShare({ kind }: ItemRow): boolean {
  return kind.startsWith('share');
}

/** What happened to records that turned out to be this one belongs to it as well, as long as nobody brings them back. */
function mergedInto({ object, id }: { readonly object: ObjectModel; readonly id: string }, schema: string) {
  return sql`select m.record_id from ${orgTable(schema, 'merged')} m join ${recordTable(schema, object)} t on t.id = m.record_id and t.deleted_at is not null where m.into_id = ${id}::uuid`;
}

/** A cursor that was not made here shows the first page again. */
function afterCursor(cursor: string | undefined) {
  if (cursor === undefined) return sql``;
  try {
    const [at, id] = JSON.parse(cursor) as [string, string];
    return sql`where (at, id) < (${at}::timestamptz, ${id}::text)`;
  } catch {
    return sql``;
  }
}
