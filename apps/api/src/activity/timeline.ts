import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.js';
import { sensitiveChanges } from '../audit/sensitive-changes.js';
import { SensitiveReads } from '../audit/sensitive-reads.js';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';
import { readParties } from '../people/share-party.js';
import { readComment, readPinned, readReactions, readReplies } from './comment-rows.js';
import { describeChanges } from './describe-changes.js';
import { makeItem, type ItemFacts } from './make-item.js';
import { readNames } from './read-names.js';
import { readPeople } from './read-people.js';
import { findReadableRecord, type ReadableRecord } from './readable-record.js';
import type { TimelineItem, TimelinePage } from './timeline-item.js';
import { timelineParts, type TimelinePart } from './timeline-parts.js';
import type { ItemRow } from './timeline-row.js';
import { timelineRows, type TimelineSource } from './timeline-sources.js';

interface TimelineRequest {
  readonly object: string;
  readonly recordId: string;
  readonly first: number;
  readonly after?: string;
  /** Empty: everything. */
  readonly parts: readonly TimelinePart[];
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
  async read(actor: Actor, request: TimelineRequest): Promise<TimelinePage | undefined> {
    const place = await this.find(actor, request);
    if (!place) return undefined;
    const first = Math.min(Math.max(request.first, 1), MOST);
    const parts = request.parts.length > 0 ? request.parts : timelineParts;
    const session = this.database.session(actor.org);
    const rows = await session.run<ItemRow>(sql`
      select id, kind, at, actor_id, source, text, mentions, changes, about, moved_at::text as at_text from (${timelineRows(place, parts)}) item ${afterCursor(request.after)}
      order by moved_at desc, id desc limit ${first + 1}`);
    const shown = rows.slice(0, first);
    const pinned = request.after === undefined && parts.includes('comments') ? await readPinned({ session, schema: place.schema }, place.record) : [];
    const items = await this.dress(actor, place, [...shown, ...pinned]);
    const last = shown.at(-1);
    return { items: items.slice(0, shown.length).filter(isSeen), pinned: items.slice(shown.length).filter(isSeen), next: rows.length > first && last ? JSON.stringify([last.at_text, last.id]) : null };
  }

  /** One comment as the timeline shows it. */
  async comment(actor: Actor, about: Pick<TimelineRequest, 'object' | 'recordId'>, id: string): Promise<TimelineItem | undefined> {
    const place = await this.find(actor, about);
    if (!place) return undefined;
    const [item] = await this.dress(actor, place, await readComment({ session: this.database.session(actor.org), schema: place.schema }, place.record, id));
    return item ?? undefined;
  }

  private async find(actor: Actor, { object, recordId }: Pick<TimelineRequest, 'object' | 'recordId'>): Promise<TimelineSource | undefined> {
    const { schema } = actor.org;
    const { model } = await this.models.current(actor.org);
    const record = await findReadableRecord({ session: this.database.session(actor.org), schema, model }, actor.access, object, recordId);
    return record && { schema, model, access: actor.access, record };
  }

  /** Rows as this person may see them, in their order; undefined in the place of what they may not. */
  private async dress(actor: Actor, { schema, model, record }: TimelineSource, rows: readonly ItemRow[]): Promise<readonly (TimelineItem | undefined)[]> {
    const session = this.database.session(actor.org);
    const place = { session, schema, model };
    const roots = rows.flatMap(({ id, kind }) => (kind === 'comment' ? [id] : []));
    const replies = await readReplies(place, record, roots);
    const reactions = await readReactions(place, [...roots, ...replies.map(({ id }) => id)]);
    const all = [...rows, ...replies];
    const people = await readPeople(this.database, actor.org, [...all.flatMap(({ actor_id, mentions, about }) => [actor_id, about?.pinnedBy ?? null, ...mentions]), ...reactions.map(({ user_id }) => user_id)]);
    const changes = await describeChanges(place, actor.access, record.object, rows.map((row) => row.changes));
    await this.sensitive.note(actor, 'timeline', sensitiveChanges(model, record.object, changes.map((some) => ({ id: record.id, fields: (some ?? []).map(({ field }) => field) }))));
    const parties = await readParties(session, { schema, model, locale: actor.locale }, rows.flatMap(({ kind, about }) => (kind.startsWith('share') && about?.id !== undefined ? [about.id] : [])));
    const facts: ItemFacts = { actor, model, people, parties, reactions, names: await this.nameTasks(actor, { schema, model, record }, rows) };
    return rows.map((row, index) => makeItem(row, facts, { changes: changes[index] ?? null, replies: replies.filter(({ about }) => row.kind === 'comment' && about?.parentId === row.id) }));
  }

  /** Names of tasks by id: only those that this person may read are there. */
  private async nameTasks(actor: Actor, { schema, model }: Pick<TimelineSource, 'schema' | 'model'> & { readonly record: ReadableRecord }, rows: readonly ItemRow[]): Promise<ReadonlyMap<string, string>> {
    const idsByObject = new Map<string, string[]>();
    for (const { kind, about } of rows) {
      const object = kind === 'task' ? model.objectById.get(about?.document ?? '')?.name : undefined;
      if (object !== undefined && about?.id !== undefined) idsByObject.set(object, [...(idsByObject.get(object) ?? []), about.id]);
    }
    const found = await Promise.all([...idsByObject].map(([object, ids]) => readNames({ session: this.database.session(actor.org), schema, model }, actor.access, object, ids)));
    return new Map(found.flatMap((names) => [...names]));
  }
}

function isSeen(item: TimelineItem | undefined): item is TimelineItem {
  return item !== undefined;
}

/** A cursor that was not made here shows the first page again. */
function afterCursor(cursor: string | undefined) {
  if (cursor === undefined) return sql``;
  try {
    const [at, id] = JSON.parse(cursor) as [string, string];
    return sql`where (moved_at, id) < (${at}::timestamptz, ${id}::text)`;
  } catch {
    return sql``;
  }
}
