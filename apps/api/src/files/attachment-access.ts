import { Injectable } from '@nestjs/common';
import type { Model } from '@guanxi/metadata';
import { bindStatement, compileAttachments, compileChangeable, isRecordId, orgTable, type AttachmentRow, type AttachmentsRequest, type Ground, type Statement } from '@guanxi/query';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import type { SqlSession } from '../database/sql-session.js';
import { Models } from '../metadata/models.js';

/** What the files of a record hang on, as this person may deal with it. */
export interface AttachmentPlace {
  readonly objectId: string;
  readonly recordId: string;
  readonly canChange: boolean;
}

type Listing = Omit<AttachmentsRequest, 'objects'> & {
  /** All objects that have files when absent. */
  readonly object?: string;
  readonly records: boolean;
};

/** Asks which files somebody may see and change; the answer is made in `compileAttachments`. */
@Injectable()
export class AttachmentAccess {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { object, records, ...request }: Listing, variables: Readonly<Record<string, unknown>>, session: SqlSession = this.database.session(actor.org)): Promise<readonly AttachmentRow[]> {
    const { model } = await this.models.current(actor.org);
    const objects = !records ? [] : object === undefined ? await this.objectsWithFiles(actor, model, session) : [object];
    const statement = compileAttachments({ ...request, objects }, groundOf(actor, model));
    return statement ? this.run<AttachmentRow>(actor, statement, variables, session) : [];
  }

  /** Those of the files that this person may see. */
  find(actor: Actor, ids: readonly string[], state: AttachmentsRequest['state'], session?: SqlSession): Promise<readonly AttachmentRow[]> {
    const asked = [...new Set(ids.filter(isRecordId))];
    return this.list(actor, { records: true, own: true, by: 'ids', state, order: 'changed', limit: asked.length }, { ids: asked }, session);
  }

  /** Undefined where there is no such record for this person. */
  async place(actor: Actor, objectName: string, recordId: string, session: SqlSession = this.database.session(actor.org)): Promise<AttachmentPlace | undefined> {
    const { model } = await this.models.current(actor.org);
    const object = model.objectByName.get(objectName);
    const statement = object && isRecordId(recordId) ? compileChangeable(objectName, groundOf(actor, model)) : undefined;
    if (!statement || !object) return undefined;
    const [found] = await this.run<{ id: string; canChange: boolean }>(actor, statement, { ids: [recordId] }, session);
    return found && { objectId: object.id, recordId: found.id, canChange: found.canChange };
  }

  /** The files that have this content in one of their versions. */
  async holding(actor: Actor, fileId: string): Promise<readonly string[]> {
    const found = await this.database.session(actor.org).run<{ id: string }>(sql`select attachment_id as id from ${orgTable(actor.org.schema, 'attachmentVersion')} where file_id = ${fileId}::uuid`);
    return found.map(({ id }) => id);
  }

  private run<Row extends object>({ userId: me, timeZone, org }: Actor, statement: Statement, variables: Readonly<Record<string, unknown>>, session: SqlSession): Promise<Row[]> {
    return session.run<Row>({ text: statement.text, values: bindStatement(statement, { variables, me, now: this.clock.now(org).toISOString(), timeZone, org }) });
  }

  /** Most objects have no files; a statement over all of them would be planned for nothing. */
  private async objectsWithFiles({ org }: Actor, model: Model, session: SqlSession): Promise<readonly string[]> {
    const ids = model.objects.filter(({ platform }) => !platform).map(({ id }) => id);
    const found = await session.run<{ id: string }>(sql`select id from unnest(${ids}::text[]) o(id) where exists (select from ${orgTable(org.schema, 'attachment')} a where a.object = o.id)`);
    return found.flatMap(({ id }) => model.objectById.get(id)?.name ?? []);
  }
}

function groundOf({ access, org }: Actor, model: Model): Ground {
  return { model, access, schema: org.schema };
}
