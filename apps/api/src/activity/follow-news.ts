import { say } from '@guanxi/field-types';
import { fieldLabel, type FieldModel, type Model } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.js';
import { Actors } from '../access/actors.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { followNews } from './notification-wording.js';
import { findReadableRecord } from './readable-record.js';
import { sendNotifications, type NewNotification } from './send-notifications.js';

/** What happened on a record since its follower was told last. */
interface News {
  readonly user_id: string;
  readonly object: string;
  readonly record_id: string;
  /** The latest row of its history. */
  readonly last: string;
  /** Fields that others changed, and who was the last of them. */
  readonly fields: readonly string[] | null;
  readonly actor: string | null;
}

const atOnce = 200;
const mostNamed = 4;

/** Tells followers what others changed: once for all changes since the last time, with the names of fields that each may read. */
@Injectable()
export class FollowNews {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly actors: Actors,
    private readonly clock: Clock,
  ) {}

  /** Answers how many people were told of how much. */
  async tell(org: Org): Promise<number> {
    const { model } = await this.models.current(org);
    let told = 0;
    for (let found = atOnce; found === atOnce;) {
      found = await this.database.transaction(org, async (tx) => {
        const news = await findNews(tx);
        const notifications: NewNotification[] = [];
        for (const one of news) {
          const reader = one.fields === null ? undefined : await this.actors.forUser(org, one.user_id, 'page');
          const notification = reader && await this.describe(tx, reader, model, one);
          if (notification) notifications.push(notification);
        }
        await sendNotifications(tx, notifications);
        await tx.run(sql`update ${orgTable(org.schema, 'follower')} f set seen = n.last
          from unnest(${news.map((one) => one.user_id)}::uuid[], ${news.map((one) => one.record_id)}::uuid[], ${news.map((one) => one.last)}::bigint[]) n(user_id, record_id, last)
          where f.user_id = n.user_id and f.record_id = n.record_id`);
        told += notifications.length;
        return news.length;
      });
    }
    return told;
  }

  private async describe(tx: OrgTransaction, reader: Actor, model: Model, { object: objectId, record_id: recordId, fields, actor }: News): Promise<NewNotification | undefined> {
    const object = model.objectById.get(objectId);
    const rights = object && reader.access.objects.get(object.name);
    if (!object || !rights) return undefined;
    const readable = (fields ?? []).flatMap((name) => object.fieldByName.get(name) ?? []).filter(({ name }) => rights.readableFields.has(name));
    if (readable.length === 0) return undefined;
    if (!(await findReadableRecord({ session: tx, schema: tx.org.schema, model }, reader.access, object.name, recordId))) return undefined;
    const text = say({ ...followNews.changed, words: { fields: nameFields(readable, reader.locale) } }, reader.locale);
    return { userId: reader.userId, kind: 'follow', text, object: objectId, recordId, ...(actor !== null && { actorId: actor }), at: this.clock.now(tx.org) };
  }
}

/** Followers are held, so that no other worker tells the same. Their own changes are no news, and nor is the birth of a record. */
function findNews(tx: OrgTransaction): Promise<readonly News[]> {
  const { schema } = tx.org;
  return tx.run<News>(sql`
    select f.user_id, f.object, f.record_id, n.last::text as last, n.fields, n.actor
    from ${orgTable(schema, 'follower')} f
    cross join lateral (
      select max(h.id) as last,
        array_agg(distinct k.name) filter (where h.kind = 'updated' and h.actor_id is distinct from f.user_id) as fields,
        (array_agg(h.actor_id order by h.id desc) filter (where h.kind = 'updated' and h.actor_id is distinct from f.user_id))[1] as actor
      from ${orgTable(schema, 'history')} h left join lateral jsonb_object_keys(h.changes) k(name) on true
      where h.record_id = f.record_id and h.id > f.seen
    ) n
    where n.last is not null
    order by f.record_id, f.user_id limit ${atOnce} for update of f skip locked`);
}

function nameFields(fields: readonly FieldModel[], locale: string): string {
  const names = fields.map((field) => fieldLabel(field, locale));
  const list = new Intl.ListFormat(locale, { type: 'unit' }).format(names.slice(0, mostNamed));
  return names.length <= mostNamed ? list : say({ ...followNews.more, words: { fields: list, count: String(names.length - mostNamed) } }, locale);
}
