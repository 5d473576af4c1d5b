import { Injectable } from '@nestjs/common';
import { isRecordId, orgTable, type AttachmentOrder, type AttachmentRow } from '@guanxi/query';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.js';
import { OrgDatabase } from '../database/org-database.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { AttachmentAccess } from './attachment-access.js';
import { attachmentRefusals } from './attachment-wording.js';

/** What one version of a file contains. */
export interface AttachmentVersion {
  readonly number: number;
  readonly fileId: string;
  readonly size: number;
  readonly contentType: string;
  readonly sha256: string;
  readonly uploadedBy: string;
  readonly at: Date;
  readonly note: string | null;
}

export interface AttachmentPage {
  readonly rows: readonly AttachmentRow[];
  /** Where the list goes on, null at its end. */
  readonly next: string | null;
}

export interface PageWish {
  readonly first: number;
  readonly after?: string;
  readonly search?: string;
  readonly order: AttachmentOrder;
  readonly state: 'kept' | 'removed';
}

const MOST = 200;
const LONGEST_SEARCH = 200;

/** Reads the files of records and people's own. */
@Injectable()
export class Attachments {
  constructor(
    private readonly database: OrgDatabase,
    private readonly access: AttachmentAccess,
  ) {}

  async ofRecord(actor: Actor, object: string, recordId: string, wish: PageWish): Promise<AttachmentPage> {
    if (!(await this.access.place(actor, object, recordId))) throw new ApiFailure('NOT_FOUND', attachmentRefusals.noRecord);
    return this.page(actor, { object, records: true, own: false, by: 'record' }, wish, { recordId });
  }

  mine(actor: Actor, among: { readonly own: boolean; readonly records: boolean }, wish: PageWish): Promise<AttachmentPage> {
    return this.page(actor, { ...among, by: 'all' }, wish, {});
  }

  /** In the order of the ids; those that this person may not see are left out. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<readonly AttachmentRow[]> {
    const found = new Map((await this.access.find(actor, ids.slice(0, MOST), 'kept')).map((row) => [row.id, row]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  async one(actor: Actor, id: string): Promise<AttachmentRow> {
    const [row] = await this.byIds(actor, [id]);
    if (!row) throw new ApiFailure('NOT_FOUND', attachmentRefusals.unknown);
    return row;
  }

  /** The latest first. */
  async versions(actor: Actor, id: string): Promise<{ readonly row: AttachmentRow; readonly versions: readonly AttachmentVersion[] }> {
    const row = await this.one(actor, id);
    return { row, versions: await this.readVersions(actor, row.id) };
  }

  /** Undefined where the file has no such version; the current one when no number is given. */
  async version(actor: Actor, id: string, number?: number): Promise<{ readonly row: AttachmentRow; readonly version: AttachmentVersion } | undefined> {
    const [row] = isRecordId(id) ? await this.access.find(actor, [id], 'kept') : [];
    const [version] = row ? await this.readVersions(actor, row.id, number ?? row.version) : [];
    return row && version && { row, version };
  }

  private readVersions({ org }: Actor, id: string, number?: number): Promise<AttachmentVersion[]> {
    return this.database.session(org).run<AttachmentVersion>(sql`
      select v.number, v.file_id as "fileId", f.size, f.content_type as "contentType", f.sha256, v.uploaded_by as "uploadedBy", v.at, v.note
      from ${orgTable(org.schema, 'attachmentVersion')} v join ${orgTable(org.schema, 'file')} f on f.id = v.file_id
      where v.attachment_id = ${id}::uuid ${number === undefined ? sql`` : sql`and v.number = ${number}`} order by v.number desc`);
  }

  private async page(actor: Actor, among: { readonly object?: string; readonly own: boolean; readonly records: boolean; readonly by: 'all' | 'record' }, wish: PageWish, variables: Readonly<Record<string, unknown>>): Promise<AttachmentPage> {
    const limit = Math.min(Math.max(wish.first, 1), MOST);
    const search = wish.search?.trim().slice(0, LONGEST_SEARCH);
    const rows = await this.access.list(actor, { ...among, state: wish.state, order: wish.order, limit: limit + 1 }, { ...variables, search: search === '' ? null : search, after: readCursor(wish.after, wish.order) });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { rows: shown, next: rows.length > limit && last ? Buffer.from(JSON.stringify(last.place)).toString('base64url') : null };
  }
}

const PLACES: Readonly<Record<AttachmentOrder, RegExp>> = { changed: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/, name: /^[^\0]*$/, size: /^\d{1,18}$/ };

/** A cursor that was not made here, or for another order, shows the first page again. */
function readCursor(cursor: string | undefined, order: AttachmentOrder): readonly string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [sort, id, ...rest] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as readonly unknown[];
    return typeof sort === 'string' && PLACES[order].test(sort) && typeof id === 'string' && isRecordId(id) && rest.length === 0 ? [sort, id] : undefined;
  } catch {
    return undefined;
  }
}
