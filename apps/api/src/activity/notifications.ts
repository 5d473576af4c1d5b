import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { validate as isId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import { readSeenViews, type SeenView } from '../list-views/read-seen-views.js';
import { notificationFaults } from './notification-wording.js';
import { findReadableRecord } from './readable-record.js';

export interface Notification {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  readonly by: { readonly id: string; readonly name: string; readonly email: string; readonly active: boolean } | null;
  readonly text: string;
  readonly object: string | null;
  readonly recordId: string | null;
  readonly recordName: string | null;
  readonly commentId: string | null;
  readonly view: SeenView | null;
  readonly read: boolean;
  /** Until then it is not shown; then it comes again. */
  readonly snoozedUntil: Date | null;
}

interface NotificationRow {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly object: string | null;
  readonly record_id: string | null;
  readonly comment_id: string | null;
  readonly view_id: string | null;
  readonly at: Date;
  readonly read_at: Date | null;
  readonly snoozed_until: Date | null;
  readonly actor_id: string | null;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
}

const MOST = 200;
const LONGEST_SNOOZE_MS = 366 * 86_400_000;
const asking: ReadonlySet<string> = new Set(['approval', 'form', 'queue']);

/** What a person was told. Everybody sees their own only. */
@Injectable()
export class Notifications {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  /** Newest first; what came again later stands where it came again. What is about a record that the person may no longer read, or a view that they see no more, is left out. */
  async list(actor: Actor, { unreadOnly, snoozed, first }: { unreadOnly: boolean; snoozed: boolean; first: number }): Promise<readonly Notification[]> {
    const { schema } = actor.org;
    const session = this.database.session(actor.org);
    const { model } = await this.models.current(actor.org);
    const rows = await session.run<NotificationRow>(sql`
      select n.id, n.kind, n.text, n.object, n.record_id, n.comment_id, n.view_id, n.at, n.read_at, n.snoozed_until, n.actor_id, u.name, u.email, u.active
      from ${orgTable(schema, 'notification')} n left join ${orgTable(schema, 'user')} u on u.id = n.actor_id
      where n.user_id = ${actor.userId}::uuid ${unreadOnly ? sql`and n.read_at is null` : sql``} and ${snoozed ? this.isAsleep(actor) : sql`not ${this.isAsleep(actor)}`}
      order by coalesce(n.snoozed_until, n.at) desc, n.id desc limit ${Math.min(Math.max(first, 1), MOST)}`);

    const views = await readSeenViews(session, actor, model, rows.flatMap(({ view_id: id }) => id ?? []));
    const readable: Notification[] = [];
    for (const row of rows) {
      const object = row.object === null ? undefined : model.objectById.get(row.object);
      const record = object && row.record_id !== null ? await findReadableRecord({ session, schema, model }, actor.access, object.name, row.record_id) : undefined;
      // Whoever is asked to do something is told so, also about a record that is not theirs to read.
      if (row.record_id !== null && !record && !asking.has(row.kind)) continue;
      const view = views.get(row.view_id ?? '') ?? null;
      if (row.kind === 'view' && !view) continue;
      readable.push({
        id: row.id,
        kind: row.kind,
        at: row.at,
        by: row.actor_id === null ? null : { id: row.actor_id, name: row.name, email: row.email, active: row.active },
        text: view?.title ?? row.text,
        object: record?.object.name ?? null,
        recordId: record?.id ?? null,
        recordName: record?.name ?? null,
        commentId: record ? row.comment_id : null,
        view,
        read: row.read_at !== null,
        snoozedUntil: row.snoozed_until,
      });
    }
    return readable;
  }

  async countUnread(actor: Actor): Promise<number> {
    const [row] = await this.database.session(actor.org).run<{ count: number }>(
      sql`select count(*)::int as count from ${orgTable(actor.org.schema, 'notification')} n where user_id = ${actor.userId}::uuid and read_at is null and not ${this.isAsleep(actor)}`,
    );
    return row?.count ?? 0;
  }

  /** Answers how many are still unread. What sleeps is left as it is, unless it is named. */
  async markRead(actor: Actor, which: { ids: readonly string[] } | 'all'): Promise<number> {
    const chosen = which === 'all' ? sql`and not ${this.isAsleep(actor)}` : among(which.ids);
    await this.change(actor, sql`set read_at = ${this.clock.now(actor.org)} where read_at is null ${chosen}`);
    return this.countUnread(actor);
  }

  async markUnread(actor: Actor, ids: readonly string[]): Promise<number> {
    await this.change(actor, sql`set read_at = null where true ${among(ids)}`);
    return this.countUnread(actor);
  }

  /** Until then they are not shown; then they come again, unread. Without a moment they come at once. */
  async snooze(actor: Actor, ids: readonly string[], until: Date | null): Promise<number> {
    const now = this.clock.now(actor.org);
    if (until && (until <= now || until.getTime() > now.getTime() + LONGEST_SNOOZE_MS)) throw new ApiFailure('VALIDATION_FAILED', notificationFaults.past);
    await this.change(actor, sql`set snoozed_until = ${until}, read_at = null where true ${among(ids)}`);
    return this.countUnread(actor);
  }

  private async change({ org, userId }: Actor, what: RawBuilder<unknown>): Promise<void> {
    await this.database.session(org).run(sql`update ${orgTable(org.schema, 'notification')} n ${what} and user_id = ${userId}::uuid`);
  }

  private isAsleep({ org }: Actor): RawBuilder<boolean> {
    return sql<boolean>`coalesce(n.snoozed_until > ${this.clock.now(org)}::timestamptz, false)`;
  }
}

function among(ids: readonly string[]): RawBuilder<unknown> {
  return sql`and n.id = any(${ids.filter((id) => isId(id))}::uuid[])`;
}
