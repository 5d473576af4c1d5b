import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { ImportPlan } from '@guanxi/metadata';
import type { Actor } from '../../access/actor.js';
import { PersonType } from '../../activity/person.type.js';
import { readPeople } from '../../activity/read-people.js';
import { OrgDatabase } from '../../database/org-database.js';
import { ApiFailure, validationFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { JsonScalar } from '../../metadata-api/scalars.js';
import { Queues } from '../../queue/queues.js';
import type { ImportRecord } from './import-record.js';
import { ImportAutomationsType, ImportType, RejectedRowType, type ImportProblemType, type ImportStatusType } from './import.type.js';
import { importFaults } from './import-wording.js';
import { Imports } from './imports.js';
import { findPlanShapeProblems } from './plan-shape.js';

const id = { type: () => ID };
const MOST_ROWS = 500;

type Presented = Omit<ImportType, 'by'> & { readonly userId: string };

@Resolver(() => ImportType)
export class ImportsResolver {
  constructor(
    private readonly all: Imports,
    private readonly queues: Queues,
    private readonly database: OrgDatabase,
  ) {}

  @Query(() => [ImportType], { description: "A person's own imports, newest first; admins see everybody's." })
  async imports(@CurrentActor() actor: Actor, @Args('first', { type: () => Int, defaultValue: 50 }) first: number): Promise<Presented[]> {
    return (await this.all.list(actor, Math.min(Math.max(first, 1), 200))).map(present);
  }

  @Query(() => ImportType, { nullable: true })
  async import(@CurrentActor() actor: Actor, @Args('id', id) importId: string): Promise<Presented | null> {
    const record = await this.all.find(actor, importId);
    return record ? present(record) : null;
  }

  @Query(() => [RejectedRowType], { description: 'Rows of a group of problems of an import that is READY; afterwards the first rejected ones. `after` is the number of a row.' })
  rejectedRows(
    @CurrentActor() actor: Actor,
    @Args('import', id) importId: string,
    @Args('code', { nullable: true, type: () => String }) code: string | null,
    @Args('column', { nullable: true, type: () => String }) column: string | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => Int, defaultValue: 0 }) after: number,
  ): Promise<readonly RejectedRowType[]> {
    return this.all.rejected(actor, importId, { ...(code !== null && { code }), ...(column !== null && { column }), first: Math.min(Math.max(first, 1), MOST_ROWS), after });
  }

  @Mutation(() => ImportType, { description: 'Starts an import of a file that POST /import/upload took in. With a preview it stands at READY before anything is written.' })
  async startImport(
    @CurrentActor() actor: Actor,
    @Args('upload', id) upload: string,
    @Args('plan', { type: () => JsonScalar }) plan: unknown,
    @Args('preview', { defaultValue: false }) preview: boolean,
  ): Promise<Presented> {
    const shape = findPlanShapeProblems(plan);
    if (shape.length > 0) throw validationFailure(shape, actor.locale);
    const started = await this.all.start(actor, upload, plan as ImportPlan, preview);
    if (!started.ok) throw validationFailure(started.problems, actor.locale);
    this.queues.wake('import', actor.org);
    return present(started.record);
  }

  @Mutation(() => ImportType, { description: 'Writes an import that is READY. `automations` may still be another than its plan says.' })
  async confirmImport(
    @CurrentActor() actor: Actor,
    @Args('id', id) importId: string,
    @Args('automations', { type: () => ImportAutomationsType, nullable: true }) automations: ImportAutomationsType | null,
  ): Promise<Presented> {
    const record = await this.all.confirm(actor, importId, automations ?? undefined);
    if (!record) throw new ApiFailure('CONFLICT', importFaults.notReady);
    this.queues.wake('import', actor.org);
    return present(record);
  }

  @Mutation(() => ImportType, { description: 'Stops an import. What it has written stays, and can be taken back with undoOperation.' })
  async cancelImport(@CurrentActor() actor: Actor, @Args('id', id) importId: string): Promise<Presented> {
    const record = await this.all.cancel(actor, importId);
    if (!record) throw new ApiFailure('NOT_FOUND', importFaults.unknown);
    return present(record);
  }

  @ResolveField(() => PersonType, { nullable: true })
  async by(@Parent() { userId }: Presented, @CurrentActor() { org }: Actor): Promise<PersonType | null> {
    const people = await readPeople(this.database, org, [userId]);
    return people.get(userId) ?? null;
  }
}

function present({ counts, plan, progress, ...record }: ImportRecord): Presented {
  const { rowsRead, ...written } = counts;
  const isPreview = record.preview && !record.confirmed;
  return {
    ...written,
    id: record.id,
    object: plan.object,
    upload: record.uploadId,
    fileName: record.fileName,
    status: record.status as ImportStatusType,
    preview: record.preview,
    plan,
    startedAt: record.startedAt,
    finishedAt: record.finishedAt,
    userId: record.userId,
    rowsRead,
    rowsTotal: record.rowsTotal,
    rowsDone: Math.max(0, (isPreview ? progress.checkedTo : progress.writtenTo) - 1),
    expected: record.expected,
    problems: record.problems as readonly ImportProblemType[],
    rejectedSample: record.rejectedSample,
    error: record.error,
  };
}
