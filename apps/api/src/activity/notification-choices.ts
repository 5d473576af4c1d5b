import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import { isNotificationKind, notificationKinds } from './notification-kinds.js';
import { notificationFaults as faults } from './notification-wording.js';
import { readNames } from './read-names.js';
import { findReadableRecord } from './readable-record.js';

export interface NotificationChoice {
  readonly kind: string;
  /** Among the notifications of the page. */
  readonly shown: boolean;
  readonly mailed: boolean;
}

export interface MutedRecord {
  readonly object: string;
  readonly recordId: string;
  readonly recordName: string;
}

/** Where people are told of what, and the records that they want to hear nothing of. Everybody's own. */
@Injectable()
export class NotificationChoices {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
  ) {}

  /** One per kind, in the order in which they are offered. */
  async list({ org, userId }: Actor): Promise<readonly NotificationChoice[]> {
    const rows = await this.database.session(org).run<NotificationChoice>(sql`select kind, shown, mailed from ${orgTable(org.schema, 'notificationChoice')} where user_id = ${userId}::uuid`);
    return notificationKinds.map((kind) => rows.find((row) => row.kind === kind) ?? { kind, shown: true, mailed: false });
  }

  async choose(actor: Actor, { kind, shown, mailed }: NotificationChoice): Promise<readonly NotificationChoice[]> {
    const { org, userId } = actor;
    if (!isNotificationKind(kind)) throw new ApiFailure('VALIDATION_FAILED', { ...faults.noKind, words: { kind } });
    await this.database.session(org).run(sql`
      insert into ${orgTable(org.schema, 'notificationChoice')} (user_id, kind, shown, mailed) values (${userId}::uuid, ${kind}, ${shown}, ${mailed})
      on conflict (user_id, kind) do update set shown = excluded.shown, mailed = excluded.mailed`);
    return this.list(actor);
  }

  /** With the rights of this moment: records that may not be read any more are not told of, and stay muted. */
  async muted(actor: Actor): Promise<readonly MutedRecord[]> {
    const { org, userId } = actor;
    const session = this.database.session(org);
    const { model } = await this.models.current(org);
    const rows = await session.run<{ object: string; id: string }>(sql`select object, record_id as id from ${orgTable(org.schema, 'notificationMute')} where user_id = ${userId}::uuid`);
    const found: MutedRecord[] = [];
    for (const object of model.objects) {
      const ids = rows.flatMap((row) => (row.object === object.id ? row.id : []));
      const names = await readNames({ session, schema: org.schema, model }, actor.access, object.name, ids);
      for (const [recordId, recordName] of names) found.push({ object: object.name, recordId, recordName });
    }
    return found;
  }

  async mute(actor: Actor, objectName: string, recordId: string): Promise<boolean> {
    const { org, userId, access } = actor;
    const session = this.database.session(org);
    const { model } = await this.models.current(org);
    const record = await findReadableRecord({ session, schema: org.schema, model }, access, objectName, recordId);
    if (!record) throw new ApiFailure('NOT_FOUND', faults.noRecord);
    await session.run(sql`insert into ${orgTable(org.schema, 'notificationMute')} (user_id, object, record_id) values (${userId}::uuid, ${record.object.id}, ${record.id}::uuid) on conflict do nothing`);
    return true;
  }

  /** False when it was not muted. */
  async unmute({ org, userId }: Actor, recordId: string): Promise<boolean> {
    if (!isId(recordId)) return false;
    const gone = await this.database.session(org).run(sql`delete from ${orgTable(org.schema, 'notificationMute')} where user_id = ${userId}::uuid and record_id = ${recordId}::uuid returning 1 as one`);
    return gone.length > 0;
  }
}
