import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { AttachmentRow } from '@guanxi/query';
import type { Actor } from '../access/actor.js';
import { readPeople, type Person } from '../activity/read-people.js';
import { Settings } from '../config/settings.js';
import { OrgDatabase } from '../database/org-database.js';
import { CurrentActor } from '../metadata-api/current-actor.js';
import { AttachmentChanges } from './attachment-changes.js';
import { AttachmentPageType, AttachmentType, AttachmentVersionType, FileOrderType, FileScopeType, UploadLimitsType } from './attachment.type.js';
import { Attachments, type AttachmentPage, type PageWish } from './attachments.js';
import { PROGRAM_ENDINGS } from './check-content.js';

const id = { type: () => ID };
const ids = { type: () => [ID] };
const text = { type: () => String, nullable: true };
const firstPage = { type: () => Int, defaultValue: 50 };
const byChange = { type: () => FileOrderType, defaultValue: FileOrderType.CHANGED };
const orders = { CHANGED: 'changed', NAME: 'name', SIZE: 'size' } as const;

/** Files of records and people's own. They are uploaded to, and had from, `/attachments`. */
@Resolver(() => AttachmentType)
export class AttachmentsResolver {
  constructor(
    private readonly attached: Attachments,
    private readonly changes: AttachmentChanges,
    private readonly database: OrgDatabase,
    private readonly settings: Settings,
  ) {}

  @Query(() => AttachmentPageType, { description: 'Files of a record that this person may read. `removed`: those that were removed in the last 30 days, for who may bring them back.' })
  async attachments(
    @CurrentActor() actor: Actor,
    @Args('object') object: string,
    @Args('recordId', id) recordId: string,
    @Args('first', firstPage) first: number,
    @Args('order', byChange) order: FileOrderType,
    @Args('removed', { defaultValue: false }) removed: boolean,
    @Args('after', text) after?: string | null,
    @Args('search', text) search?: string | null,
  ): Promise<AttachmentPageType> {
    return this.page(actor, await this.attached.ofRecord(actor, object, recordId, wish({ first, order, removed, after, search })));
  }

  @Query(() => AttachmentPageType, { description: 'One’s own files and those of all records that this person may read.' })
  async myFiles(
    @CurrentActor() actor: Actor,
    @Args('scope', { type: () => FileScopeType, defaultValue: FileScopeType.ALL }) scope: FileScopeType,
    @Args('first', firstPage) first: number,
    @Args('order', byChange) order: FileOrderType,
    @Args('removed', { defaultValue: false }) removed: boolean,
    @Args('after', text) after?: string | null,
    @Args('search', text) search?: string | null,
  ): Promise<AttachmentPageType> {
    const among = { own: scope !== FileScopeType.RECORDS, records: scope !== FileScopeType.OWN };
    return this.page(actor, await this.attached.mine(actor, among, wish({ first, order, removed, after, search })));
  }

  @Query(() => [AttachmentType], { description: 'At most 200, in the order of the ids; what this person may not see is left out.' })
  async attachmentsById(@CurrentActor() actor: Actor, @Args('ids', ids) wanted: string[]): Promise<AttachmentType[]> {
    return this.present(actor, await this.attached.byIds(actor, wanted));
  }

  @Query(() => [AttachmentVersionType], { description: 'The latest first.' })
  async attachmentVersions(@CurrentActor() actor: Actor, @Args('id', id) wanted: string): Promise<AttachmentVersionType[]> {
    const { row, versions } = await this.attached.versions(actor, wanted);
    const people = await readPeople(this.database, actor.org, versions.map(({ uploadedBy }) => uploadedBy));
    return versions.map(({ uploadedBy, fileId: _, ...version }) => ({
      ...version, uploadedBy: people.get(uploadedBy) ?? null, isCurrent: version.number === row.version, url: `/attachments/${row.id}?version=${version.number}`,
    }));
  }

  @Query(() => UploadLimitsType)
  uploadLimits(): UploadLimitsType {
    return { bytes: this.settings.maxFileSize * 1024 * 1024, refusedEndings: PROGRAM_ENDINGS };
  }

  @Mutation(() => AttachmentType)
  async renameAttachment(@CurrentActor() actor: Actor, @Args('id', id) wanted: string, @Args('name') name: string): Promise<AttachmentType> {
    await this.changes.rename(actor, wanted, name);
    return this.one(actor, wanted);
  }

  @Mutation(() => AttachmentType, { description: 'Shows an earlier version, or a later one again, in the place of the current.' })
  async makeAttachmentVersionCurrent(@CurrentActor() actor: Actor, @Args('id', id) wanted: string, @Args('number', { type: () => Int }) number: number): Promise<AttachmentType> {
    await this.changes.makeCurrent(actor, wanted, number);
    return this.one(actor, wanted);
  }

  @Mutation(() => Boolean, { description: 'All of them or none. They can be brought back for 30 days.' })
  async removeAttachments(@CurrentActor() actor: Actor, @Args('ids', ids) wanted: string[]): Promise<boolean> {
    await this.changes.remove(actor, wanted);
    return true;
  }

  @Mutation(() => [AttachmentType])
  async restoreAttachments(@CurrentActor() actor: Actor, @Args('ids', ids) wanted: string[]): Promise<AttachmentType[]> {
    await this.changes.restore(actor, wanted);
    return this.present(actor, await this.attached.byIds(actor, wanted));
  }

  private async one(actor: Actor, wanted: string): Promise<AttachmentType> {
    const [shown] = await this.present(actor, [await this.attached.one(actor, wanted)]);
    return shown as AttachmentType;
  }

  private async page(actor: Actor, { rows, next }: AttachmentPage): Promise<AttachmentPageType> {
    return { attachments: await this.present(actor, rows), next };
  }

  private async present({ org }: Actor, rows: readonly AttachmentRow[]): Promise<AttachmentType[]> {
    const people = await readPeople(this.database, org, rows.flatMap(({ createdBy, changedBy }) => [createdBy, changedBy]));
    return rows.map((row) => presentRow(row, people));
  }
}

function presentRow({ createdBy, changedBy, fileId: _file, place: _place, ...row }: AttachmentRow, people: ReadonlyMap<string, Person>): AttachmentType {
  return { ...row, createdBy: people.get(createdBy) ?? null, changedBy: people.get(changedBy) ?? null, url: `/attachments/${row.id}` };
}

interface Wish {
  readonly first: number;
  readonly order: FileOrderType;
  readonly removed: boolean;
  readonly after: string | null | undefined;
  readonly search: string | null | undefined;
}

function wish({ first, order, removed, after, search }: Wish): PageWish {
  return { first, order: orders[order], state: removed ? 'removed' : 'kept', ...(after && { after }), ...(search && { search }) };
}
