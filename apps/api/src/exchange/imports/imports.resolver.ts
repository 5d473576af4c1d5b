import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { ImportPlan } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { Actor } from '../../access/actor.js';
import { PersonType } from '../../activity/person.type.js';
import { OrgDatabase } from '../../database/org-database.js';
import { ApiFailure, validationFailure } from '../../metadata-api/api-failure.js';
import { CurrentActor } from '../../metadata-api/current-actor.js';
import { JsonScalar } from '../../metadata-api/scalars.js';
import { Queues } from '../../queue/queues.js';
import type { ImportRecord } from './import-record.js';
import { ImportType, type ImportStatusType } from './import.type.js';
import { importFaults } from './import-wording.js';
import { Imports } from './imports.js';
import { findPlanShapeProblems } from './plan-shape.js';

const id = { type: () => ID };

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

  @Mutation(() => ImportType, { description: 'Starts an import of a file that POST /import/upload took in.' })
  async startImport(
    @CurrentActor() actor: Actor,
    @Args('upload', id) upload: string,
    @Args('plan', { type: () => JsonScalar }) plan: unknown,
    @Args('dryRun', { defaultValue: false }) dryRun: boolean,
  ): Promise<Presented> {
    const shape = findPlanShapeProblems(plan);
    if (shape.length > 0) throw validationFailure(shape, actor.locale);
    const started = await this.all.start(actor, upload, plan as ImportPlan, dryRun);
    if (!started.ok) throw validationFailure(started.problems, actor.locale);
    this.queues.wake('import', actor.org);
    return present(started.record);
  }

  @Mutation(() => ImportType)
  async cancelImport(@CurrentActor() actor: Actor, @Args('id', id) importId: string): Promise<Presented> {
    const record = await this.all.cancel(actor, importId);
    if (!record) throw new ApiFailure('NOT_FOUND', importFaults.unknown);
    return present(record);
  }

  @ResolveField(() => PersonType, { nullable: true })
  async by(@Parent() { userId }: Presented, @CurrentActor() { org }: Actor): Promise<PersonType | null> {
    const [person] = await this.database.session(org).run<PersonType>(sql`select id, name, email, active from ${orgTable(org.schema, 'user')} where id = ${userId}::uuid`);
    return person ?? null;
  }
}

function present({ counts, plan, ...record }: ImportRecord): Presented {
  return {
    id: record.id,
    object: plan.object,
    fileName: record.fileName,
    status: record.status as ImportStatusType,
    dryRun: record.dryRun,
    plan,
    startedAt: record.startedAt,
    finishedAt: record.finishedAt,
    userId: record.userId,
    rowsRead: counts.rowsRead,
    rowsTotal: record.rowsTotal,
    created: counts.created,
    updated: counts.updated,
    skipped: counts.skipped,
    rejected: counts.rejected,
    relatedCreated: counts.relatedCreated,
    rejectedSample: record.rejectedSample,
    error: record.error,
  };
}
