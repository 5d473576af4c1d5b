import { orgTable } from '@guanxi/query';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import type { Actor } from '../access/actor.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import { notificationFaults as faults } from './notification-wording.js';
import { findReadableRecord } from './readable-record.js';

/** The records that people follow. Everybody's own; a record that may not be read any more tells nothing. */
@Injectable()
export class Followers {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
  ) {}

  /** Throws `NOT_FOUND` for a record that this person may not read. What was muted is heard of again. */
  async follow({ org, userId, access }: Actor, objectName: string, recordId: string): Promise<boolean> {
    const { model } = await this.models.current(org);
    return this.database.transaction(org, async (tx) => {
      const record = await findReadableRecord({ session: tx, schema: org.schema, model }, access, objectName, recordId);
      if (!record) throw new ApiFailure('NOT_FOUND', faults.noRecord);
      await tx.run(sql`
        insert into ${orgTable(org.schema, 'follower')} (user_id, object, record_id, seen)
        select ${userId}::uuid, ${record.object.id}, ${record.id}::uuid, coalesce(max(id), 0) from ${orgTable(org.schema, 'history')} where record_id = ${record.id}::uuid
        on conflict (user_id, record_id) do nothing`);
      await tx.run(sql`delete from ${orgTable(org.schema, 'notificationMute')} where user_id = ${userId}::uuid and record_id = ${record.id}::uuid`);
      return true;
    });
  }

  /** False when it was not followed. */
  async unfollow({ org, userId }: Actor, recordId: string): Promise<boolean> {
    if (!isId(recordId)) return false;
    const gone = await this.database.session(org).run(sql`delete from ${orgTable(org.schema, 'follower')} where user_id = ${userId}::uuid and record_id = ${recordId}::uuid returning 1 as one`);
    return gone.length > 0;
  }

  async follows({ org, userId }: Actor, recordId: string): Promise<boolean> {
    if (!isId(recordId)) return false;
    const found = await this.database.session(org).run(sql`select 1 as one from ${orgTable(org.schema, 'follower')} where user_id = ${userId}::uuid and record_id = ${recordId}::uuid`);
    return found.length > 0;
  }
}
