import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../access/actor.js';
import { PersonType } from '../../activity/person.type.js';
import { readPeople } from '../../activity/read-people.js';
import { Clock } from '../../config/clock.js';
import { OrgDatabase } from '../../database/org-database.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { SetupOnly } from '../../metadata-api/setup-only.js';
import { Queues } from '../../queue/queues.js';
import type { ExportRecord, ExportWish } from './export-record.js';
import { exportFaults } from './export-wording.js';
import { ExportInput, ExportType, OrgExportInput, presentExport, type PresentedExport } from './export.type.js';
import { Exports } from './exports.js';
import { fileNameOf } from './file-name.js';

const id = { type: () => ID };
const LEAST_ROWS_PER_FILE = 1_000;
const MOST_ROWS_PER_FILE = 10_000_000;

@Resolver(() => ExportType)
export class ExportsResolver {
  constructor(
    private readonly all: Exports,
    private readonly queues: Queues,
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
  ) {}

  @Query(() => [ExportType], { description: "A person's own exports, newest first; with `everybody`, admins see all." })
  async exports(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('everybody', { defaultValue: false }) everybody: boolean,
  ): Promise<PresentedExport[]> {
    return (await this.all.list(actor, { first: Math.min(Math.max(first, 1), 200), everybody })).map(presentExport);
  }

  @Query(() => ExportType, { nullable: true })
  async export(@CurrentActor() actor: Actor, @Args('id', id) exportId: string): Promise<PresentedExport | null> {
    const record = await this.all.find(actor, exportId);
    return record ? presentExport(record) : null;
  }

  @Mutation(() => ExportType, { description: 'Makes a file of a list in the background; it is kept for 7 days, and the person is told when it is ready.' })
  startExport(@CurrentActor() actor: Actor, @Args('input') { object, format, fields, where, orderBy, search, ids, headings, mark }: ExportInput): Promise<PresentedExport> {
    const wish = {
      object, format, mark, ...(headings && { headings }),
      ...(fields && fields.length > 0 && { fields }), ...(where !== undefined && { where }), ...(orderBy !== undefined && { orderBy }), ...(search && { search }), ...(ids && { ids }),
    };
    return this.start(actor, { kind: 'list', wish }, object, format);
  }

  @Mutation(() => ExportType, { description: 'Makes one archive of several objects in the background.' })
  @SetupOnly('data')
  startOrgExport(@CurrentActor() actor: Actor, @Args('input') input: OrgExportInput): Promise<PresentedExport> {
    return this.start(actor, { kind: 'org', wish: readOrgWish(input) }, actor.org.name, 'zip');
  }

  @Mutation(() => ExportType, { description: 'Makes a backup of the whole org in the background.' })
  @SetupOnly()
  startBackup(@CurrentActor() actor: Actor, @Args('withPasswords', { defaultValue: false }) withPasswords: boolean): Promise<PresentedExport> {
    return this.start(actor, { kind: 'backup', wish: { withPasswords } }, actor.org.name, 'guanxi-backup');
  }

  @Mutation(() => ExportType)
  async cancelExport(@CurrentActor() actor: Actor, @Args('id', id) exportId: string): Promise<PresentedExport> {
    return presentExport(known(await this.all.cancel(actor, exportId)));
  }

  @Mutation(() => ExportType, { description: 'Asks for the same once more.' })
  async retryExport(@CurrentActor() actor: Actor, @Args('id', id) exportId: string): Promise<PresentedExport> {
    const record = known(await this.all.retry(actor, exportId));
    this.wake(actor, record.kind);
    return presentExport(record);
  }

  @ResolveField(() => PersonType, { nullable: true })
  async by(@Parent() { userId }: PresentedExport, @CurrentActor() { org }: Actor): Promise<PersonType | null> {
    const people = await readPeople(this.database, org, [userId]);
    return people.get(userId) ?? null;
  }

  private async start(actor: Actor, wanted: ExportWish, title: string, extension: string): Promise<PresentedExport> {
    const fileName = fileNameOf(title, extension, this.clock.now(actor.org), actor.timeZone);
    const record = await this.all.start(actor, { ...wanted, fileName });
    this.wake(actor, record.kind);
    return presentExport(record);
  }

  private wake({ org }: Actor, kind: ExportRecord['kind']): void {
    this.queues.wake(kind === 'backup' ? 'backup' : 'export', org);
  }
}

function known(record: ExportRecord | undefined): ExportRecord {
  if (!record) throw new ApiFailure('NOT_FOUND', exportFaults.unknown);
  return record;
}

export function readOrgWish({ objects, format, rowsPerFile }: OrgExportInput) {
  return { objects: [...new Set(objects)], format, rowsPerFile: Math.min(Math.max(rowsPerFile, LEAST_ROWS_PER_FILE), MOST_ROWS_PER_FILE) };
}
