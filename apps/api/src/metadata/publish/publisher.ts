import { Injectable } from '@nestjs/common';
import { parseDocuments, plan, tellProblems, type Model, type PlannedChange, type Problem } from '@guanxi/metadata';
import type { Access } from '@guanxi/query';
import { checkWorkflow } from '@guanxi/workflow';
import type { EntityManager } from 'typeorm';
import { DraftRow } from '../../database/entities/draft-row.js';
import { notePublishing } from '../../audit/note-publishing.js';
import { Trail } from '../../audit/trail.js';
import { settleStandings } from '../../access/principals.js';
import { OrgRow } from '../../database/entities/org-row.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import type { Org } from '../../orgs/org.js';
import { Queues } from '../../queue/queues.js';
import { lockDocuments, readDraft, writeDraft, type Draft } from '../draft/drafts.js';
import { findAreaProblems } from '../draft/find-area-problems.js';
import type { DocumentKey } from '../draft/lay-in.js';
import { layOver, NO_CHANGES, type DraftChanges } from '../draft/lay-over.js';
import { pickChanges } from '../draft/pick-changes.js';
import { Models } from '../models.js';
import { moveInBin } from '../bin/move-in-bin.js';
import { notePendingWork } from '../online/note-pending-work.js';
import { makeWayForPublishing } from '../online/online-session.js';
import { PublishedRevisions } from '../published-revisions.js';
import { RevisionStore } from '../revision-store.js';
import { countChanges } from './count-changes.js';
import { dependsOnOthers, unknownChange } from './draft-wording.js';
import { DraftPlans, type CountedPlan } from './draft-plans.js';
import { findObjections, recordInTheWay, unstorable } from './find-objections.js';
import { isFormulaUnstorable, isRecordInTheWay, whenTablesAreFree } from './publishing-conditions.js';
import { PublishChecks } from './publish-checks.js';
import { readPlace } from './read-place.js';
import { writeRevision } from './write-revision.js';

export interface PublishRequest {
  /** What the person saw; another one published since is a conflict. */
  readonly baseRevision: number;
  /** Ids of the destroying changes that were agreed to. */
  readonly consents: readonly string[];
  /** These documents of the draft alone; the rest stays in it. */
  readonly only?: readonly DocumentKey[];
  /** What whoever publishes says about it. */
  readonly note?: string;
  /** Undefined for the platform itself. */
  readonly userId?: string;
  /** What they may change; undefined for the platform itself, which may change everything. */
  readonly access?: Access;
  readonly locale: string;
}

export type PublishOutcome =
  | { readonly kind: 'published'; readonly revision: number; readonly plan: CountedPlan }
  | { readonly kind: 'refused'; readonly plan: CountedPlan; readonly problems: readonly Problem[] }
  | { readonly kind: 'stale'; readonly revision: number };

/** Makes the draft of an org its next revision: documents and tables in one transaction, or not at all. */
@Injectable()
export class Publisher {
  constructor(
    private readonly database: OrgDatabase,
    private readonly revisions: RevisionStore,
    private readonly models: Models,
    private readonly published: PublishedRevisions,
    private readonly plans: DraftPlans,
    private readonly queues: Queues,
    private readonly checks: PublishChecks,
    private readonly trail: Trail,
  ) {}

  async publish(org: Org, request: PublishRequest): Promise<PublishOutcome> {
    // Loaded beforehand, so that the transaction needs no second connection.
    const { model } = await this.models.refresh(org);
    try {
      return await this.database.transactionWithPlatform(org, (tx, platform) => this.publishLocked(tx, platform, request, model), { statementTimeout: 0 });
    } catch (error) {
      if (error instanceof CheckFailed) return { kind: 'refused', plan: error.plan, problems: error.problems };
      if (error instanceof Unstorable) return { kind: 'refused', plan: error.plan, problems: [unstorable(error.changeId, request.locale)] };
      if (!isRecordInTheWay(error)) throw error;
      // A record that does not fit came in after the count: count again and say so.
      const plan = await this.plans.make(org, request.locale);
      const objections = findObjections(plan.changes, request.consents, request.locale);
      return { kind: 'refused', plan, problems: objections.length > 0 ? objections : [recordInTheWay(request.locale)] };
    }
  }

  private async publishLocked(tx: OrgTransaction, platform: EntityManager, request: PublishRequest, earlier: Model): Promise<PublishOutcome> {
    const { org } = tx;
    await lockDocuments(tx, org);
    const { publishedRevision } = await platform.findOneByOrFail(OrgRow, { id: org.id });
    if (publishedRevision !== request.baseRevision) return { kind: 'stale', revision: publishedRevision };
    const refuse = (problems: readonly Problem[]): PublishOutcome => ({ kind: 'refused', plan: { baseRevision: publishedRevision, changes: [], problems }, problems });

    const draft = readDraft(publishedRevision, await this.revisions.documents(org.id, publishedRevision, platform), await platform.findOneBy(DraftRow, { orgId: org.id }));
    const wanted = choose(draft, request);
    if ('problems' in wanted) return refuse(wanted.problems);
    const unowned = request.access ? findAreaProblems(draft.published, layOver(draft.published, wanted.picked), request.access) : [];
    if (unowned.length > 0) return refuse(tellProblems(unowned, request.locale));
    const parsed = parseDocuments(layOver(draft.published, wanted.picked), { checkWorkflow, earlier });
    if (!parsed.ok) return refuse(tellProblems(request.only ? [dependsOnOthers, ...parsed.problems] : parsed.problems, request.locale));

    const revision = publishedRevision + 1;
    const from = publishedRevision === 0 ? null : await this.models.at(org, publishedRevision);
    const planned = plan(from, parsed.value, await readPlace(tx, org, revision));
    const changes = await countChanges(tx, planned, request.locale);
    const counted = { baseRevision: publishedRevision, changes, problems: [] };
    const objections = findObjections(changes, request.consents, request.locale);
    if (objections.length > 0) return { kind: 'refused', plan: counted, problems: objections };

    // What takes long comes before the tables are touched: from then on others wait.
    await writeRevision(tx, { revision, published: draft.published, documents: parsed.value.documents, differences: wanted.picked, changes, userId: request.userId, note: request.note });
    await writeDraft(platform, { orgId: org.id, baseRevision: revision, changes: wanted.rest, userId: request.userId ?? null });
    await moveInBin(tx, { planned, from, to: parsed.value, revision, userId: request.userId });
    await notePendingWork(tx, planned, revision);
    this.models.prepare(org.id, revision, parsed.value);
    const tables = new Set(planned.filter(({ statements }) => statements.length > 0).map(({ object }) => object)).size;
    await whenTablesAreFree(tx, tables, () => runStatements(tx, planned, counted), () => makeWayForPublishing(this.database, org));
    const failed = await this.checks.find(tx, { revision, model: parsed.value, locale: request.locale });
    if (failed.length > 0) throw new CheckFailed(failed, counted);
    await settleStandings(tx, parsed.value);
    await notePublishing(this.trail, { orgId: org.id, userId: request.userId, revision, published: draft.published, picked: wanted.picked }, platform);
    await this.published.announce(tx, org.id, revision);
    tx.afterCommit(() => {
      this.models.keep(org, revision, parsed.value);
      this.published.learn(org.id, revision, true);
      if (planned.some(({ afterwards }) => afterwards.length > 0)) this.queues.wake('upkeep', org);
    });
    return { kind: 'published', revision, plan: counted };
  }
}

function choose({ published, changes }: Draft, { only, locale }: PublishRequest): { readonly picked: DraftChanges; readonly rest: DraftChanges } | { readonly problems: readonly Problem[] } {
  if (!only) return { picked: changes, rest: NO_CHANGES };
  const { unknown, ...parts } = pickChanges(published, changes, only);
  return unknown.length > 0 ? { problems: tellProblems(unknown.map(unknownChange), locale) } : parts;
}

/** The tables were as the revision wants them, and something kept with it does not hold. */
class CheckFailed extends Error {
  constructor(readonly problems: readonly Problem[], readonly plan: CountedPlan) {
    super(problems.map(({ message }) => message).join(' '));
  }
}

/** A stored formula that PostgreSQL does not take as one. */
class Unstorable extends Error {
  constructor(readonly changeId: string, readonly plan: CountedPlan) {
    super(`${changeId} cannot be stored.`);
  }
}

async function runStatements(tx: OrgTransaction, changes: readonly PlannedChange[], plan: CountedPlan): Promise<void> {
  for (const { id, statements } of changes) {
    for (const statement of statements) {
      await tx.run(statement).catch((error: unknown) => {
        throw isFormulaUnstorable(error) ? new Unstorable(id, plan) : error;
      });
    }
  }
}

