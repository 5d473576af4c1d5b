import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';
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
  readonly read: boolean;
}

interface NotificationRow {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly object: string | null;
  readonly record_id: string | null;
  readonly at: Date;
  readonly read_at: Date | null;
  readonly actor_id: string | null;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
}

const MOST = 200;
const asking: ReadonlySet<string> = new Set(['approval', 'form', 'queue']);

/** What a person was told. Everybody sees their own only. */
@Injectable()
export class Notifications {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  /** Newest first. What is about a record that the person may no longer read is left out. */
  async list(actor: Actor, { unreadOnly, first }: { unreadOnly: boolean; first: number }): Promise<readonly Notification[]> {
    const { schema } = actor.org;
    const session = this.database.session(actor.org);
    const { model } = await this.models.current(actor.org);
    const rows = await session.run<NotificationRow>(sql`
      select n.id, n.kind, n.text, n.object, n.record_id, n.at, n.read_at, n.actor_id, u.name, u.email, u.active
      from ${orgTable(schema, 'notification')} n left join ${orgTable(schema, 'user')} u on u.id = n.actor_id
      where n.user_id = ${actor.userId}::uuid ${unreadOnly ? sql`and n.read_at is null` : sql``}
      order by n.at desc, n.id desc limit ${Math.min(Math.max(first, 1), MOST)}`);

    const readable: Notification[] = [];
    for (const row of rows) {
      const object = row.object === null ? undefined : model.objectById.get(row.object);
      const record = object && row.record_id !== null ? await findReadableRecord({ session, schema, model }, actor.access, object.name, row.record_id) : undefined;
      // Whoever is asked to do something is told so, also about a record that is not theirs to read.
      if (row.record_id !== null && !record && !asking.has(row.kind)) continue;
      readable.push({
        id: row.id,
        kind: row.kind,
        at: row.at,
        by: row.actor_id === null ? null : { id: row.actor_id, name: row.name, email: row.email, active: row.active },
        text: row.text,
        object: record?.object.name ?? null,
        recordId: record?.id ?? null,
        recordName: record?.name ?? null,
        read: row.read_at !== null,
      });
    }
    return readable;
  }

  async countUnread(actor: Actor): Promise<number> {
    const [row] = await this.database.session(actor.org).run<{ count: number }>(
      sql`select count(*)::int as count from ${orgTable(actor.org.schema, 'notification')} where user_id = ${actor.userId}::uuid and read_at is null`,
    );
    return row?.count ?? 0;
  }

  /** Answers how many are still unread. */
  async markRead(actor: Actor, which: { ids: readonly string[] } | 'all'): Promise<number> {
    const chosen = which === 'all' ? sql`` : sql`and id = any(${which.ids.filter((id) => isId(id))}::uuid[])`;
    await this.database.session(actor.org).run(
      sql`update ${orgTable(actor.org.schema, 'notification')} set read_at = ${this.clock.now(actor.org)} where user_id = ${actor.userId}::uuid and read_at is null ${chosen}`,
    );
    return this.countUnread(actor);
  }
}
