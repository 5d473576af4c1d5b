import { Injectable } from '@nestjs/common';
import type { Model } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import type { Actor } from '../../access/actor.js';
import { Actors } from '../../access/actors.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import { ApiFailure, validationFailure } from '../../metadata-api/api-failure.js';
import { Models } from '../../metadata/models.js';
import { RecordWriter } from '../../records/record-writer.js';
import { nameSql, translate } from '@guanxi/metadata';
import { peopleRefusals } from './people-wording.js';

export interface WaitingRecord {
  readonly object: string;
  readonly recordId: string;
  readonly recordName: string;
  /** What the queue is called. */
  readonly queue: string;
  readonly since: Date;
}

interface Row {
  readonly object: string;
  readonly record_id: string;
  readonly field: string;
  readonly queue: string;
  readonly since: Date;
}

/** Records that wait in queues until a member takes them. Members see what they are called, whoever else may read them. */
@Injectable()
export class WaitingWork {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly actors: Actors,
    private readonly writer: RecordWriter,
  ) {}

  /** In the queues that this person belongs to, the longest wait first. */
  async list(actor: Actor): Promise<readonly WaitingRecord[]> {
    const { model } = await this.models.current(actor.org);
    return this.database.transaction(actor.org, async (tx) => {
      const rows = await tx.run<Row>(sql`select * from ${orgTable(tx.org.schema, 'queueItem')} where queue = any(${await this.ownQueues(tx, actor, model)}::text[]) order by since, record_id limit 500`);
      return this.present(tx, actor, model, rows);
    });
  }

  async ofRecord(actor: Actor, recordId: string): Promise<WaitingRecord | null> {
    if (!isId(recordId)) return null;
    const { model } = await this.models.current(actor.org);
    return this.database.transaction(actor.org, async (tx) => {
      const rows = await tx.run<Row>(sql`select * from ${orgTable(tx.org.schema, 'queueItem')} where record_id = ${recordId}::uuid and queue = any(${await this.ownQueues(tx, actor, model)}::text[])`);
      return (await this.present(tx, actor, model, rows))[0] ?? null;
    });
  }

  /** Gives the record to this person. Membership in the queue is the right to it. */
  async take(actor: Actor, recordId: string): Promise<void> {
    if (!isId(recordId)) throw new ApiFailure('NOT_FOUND', peopleRefusals.taken);
    const { model } = await this.models.current(actor.org);
    const system = await this.actors.forSystem(actor.org, actor.source);
    await this.database.transaction(actor.org, async (tx) => {
      const [item] = await tx.run<Row>(sql`select * from ${orgTable(tx.org.schema, 'queueItem')} where record_id = ${recordId}::uuid and queue = any(${await this.ownQueues(tx, actor, model)}::text[]) for update`);
      const object = model.objectById.get(item?.object ?? '');
      const field = object?.fields.find(({ id }) => id === item?.field);
      if (!item || !object || !field || (await this.present(tx, actor, model, [item])).length === 0) throw new ApiFailure('CONFLICT', peopleRefusals.taken);
      const written = await this.writer.update(tx, { ...system, userId: actor.userId, locale: actor.locale }, object.name, [{ id: recordId, values: { [field.name]: actor.userId } }]);
      if ('problems' in written) throw validationFailure(written.problems, actor.locale);
      await tx.run(sql`delete from ${orgTable(tx.org.schema, 'queueItem')} where record_id = ${recordId}::uuid and field = ${item.field}`);
    });
  }

  private async ownQueues(tx: OrgTransaction, { userId }: Actor, model: Model): Promise<readonly string[]> {
    const [me] = await tx.run<{ email: string }>(sql`select lower(email) as email from ${orgTable(tx.org.schema, 'user')} where id = ${userId}::uuid and active`);
    return me ? model.queues.filter(({ members }) => members.some((member) => member.toLowerCase() === me.email)).map(({ name }) => name) : [];
  }

  /** Whoever has got another holder meanwhile does not wait any more. */
  private async present(tx: OrgTransaction, { locale }: Actor, model: Model, rows: readonly Row[]): Promise<readonly WaitingRecord[]> {
    const found = new Map<string, string>();
    for (const key of new Set(rows.map(({ object, field }) => `${object} ${field}`))) {
      const [objectId = '', fieldId = ''] = key.split(' ');
      const object = model.objectById.get(objectId);
      const field = object?.fields.find(({ id }) => id === fieldId);
      if (!object || !field) continue;
      const names = await tx.run<{ id: string; name: string | null }>(sql`
        select id, ${nameSql(object)} as name from ${recordTable(tx.org.schema, object)} where deleted_at is null and id in (
          select item.record_id from ${orgTable(tx.org.schema, 'queueItem')} as item join ${recordTable(tx.org.schema, object)} as record on record.id = item.record_id
          where item.record_id = any(${rows.map(({ record_id: id }) => id)}::uuid[]) and item.field = ${fieldId} and ${sql.id('record', field.column)} is not distinct from item.holder)`);
      for (const { id, name } of names) found.set(id, name ?? '');
    }
    return rows.flatMap((row): WaitingRecord[] => {
      const name = found.get(row.record_id);
      const queue = model.queues.find((one) => one.name === row.queue);
      const object = model.objectById.get(row.object);
      return name === undefined || !object ? [] : [{ object: object.name, recordId: row.record_id, recordName: name, queue: queue ? translate(queue.title, queue.titles, locale) : row.queue, since: row.since }];
    });
  }
}
