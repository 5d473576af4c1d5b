import { Injectable } from '@nestjs/common';
import { parseDocuments, plan, type MetadataDocument, type PlannedChange, type Problem } from '@guanxi/metadata';
import { checkWorkflow } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { EntityManager } from 'typeorm';
import { DraftRow } from '../../database/entities/draft-row.js';
import { OrgRow } from '../../database/entities/org-row.js';
import type { RecordedChange } from '../../database/entities/revision-row.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import type { Org } from '../../orgs/org.js';
import { lockDocuments, readDraft } from '../draft/drafts.js';
import { layOver } from '../draft/lay-over.js';
import { Models } from '../models.js';
import { PublishedRevisions } from '../published-revisions.js';
import { RevisionStore } from '../revision-store.js';
import { countChanges } from './count-changes.js';
import { DraftPlans, type CountedPlan } from './draft-plans.js';
import { findObjections } from './find-objections.js';
import { isRecordInTheWay, whenTablesAreFree } from './publishing-conditions.js';

export interface PublishRequest {
  /** What the person saw; another one published since is a conflict. */
  readonly baseRevision: number;
  /** Ids of the destroying changes that were agreed to. */
  readonly consents: readonly string[];
  /** Undefined for the platform itself. */
  readonly userId?: string;
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
  ) {}

  async publish(org: Org, request: PublishRequest): Promise<PublishOutcome> {
    // Loaded beforehand, so that the transaction needs no second connection.
    await this.models.refresh(org);
    try {
      return await whenTablesAreFree((lockTimeout) =>
        this.database.transactionWithPlatform(org, (tx, platform) => this.publishLocked(tx, platform, request, lockTimeout), { statementTimeout: 0 }),
      );
    } catch (error) {
      if (!isRecordInTheWay(error)) throw error;
      // A record that does not fit came in after the count: count again and say so.
      const plan = await this.plans.make(org, request.locale);
      return { kind: 'refused', plan, problems: findObjections(plan.changes, request.consents, request.locale) };
    }
  }

  private async publishLocked(tx: OrgTransaction, platform: EntityManager, request: PublishRequest, lockTimeout: number): Promise<PublishOutcome> {
    const { org } = tx;
    await lockDocuments(tx, org);
    const { publishedRevision } = await platform.findOneByOrFail(OrgRow, { id: org.id });
    if (publishedRevision !== request.baseRevision) return { kind: 'stale', revision: publishedRevision };

    const documents = await this.loadDocuments(platform, org, publishedRevision);
    const parsed = parseDocuments(documents, { checkWorkflow });
    if (!parsed.ok) return { kind: 'refused', plan: { baseRevision: publishedRevision, changes: [], problems: parsed.problems }, problems: parsed.problems };

    const from = publishedRevision === 0 ? null : await this.models.at(org, publishedRevision);
    const planned = plan(from, parsed.value, { schema: org.schema, timeZone: org.timeZone });
    const changes = await countChanges(tx, planned, request.locale);
    const counted = { baseRevision: publishedRevision, changes, problems: [] };
    const objections = findObjections(changes, request.consents, request.locale);
    if (objections.length > 0) return { kind: 'refused', plan: counted, problems: objections };

    const revision = publishedRevision + 1;
    await tx.run({ text: "select set_config('lock_timeout', $1, true)", values: [String(lockTimeout)] });
    await runStatements(tx, planned);
    await writeRevision(tx, { revision, documents, changes, userId: request.userId });
    await this.published.announce(tx, org.id, revision);
    tx.afterCommit(() => {
      this.models.keep(org, revision, parsed.value);
      this.published.learn(org.id, revision, true);
    });
    return { kind: 'published', revision, plan: counted };
  }

  private async loadDocuments(platform: EntityManager, org: Org, revision: number): Promise<readonly MetadataDocument[]> {
    const draft = readDraft(revision, await this.revisions.documents(org.id, revision, platform), await platform.findOneBy(DraftRow, { orgId: org.id }));
    return layOver(draft.published, draft.changes);
  }
}

async function runStatements(tx: OrgTransaction, changes: readonly PlannedChange[]): Promise<void> {
  for (const { statements } of changes) {
    for (const statement of statements) await tx.run(statement);
  }
}

interface NewRevision {
  readonly revision: number;
  readonly documents: readonly MetadataDocument[];
  readonly changes: readonly RecordedChange[];
  readonly userId?: string;
}

async function writeRevision(tx: OrgTransaction, { revision, documents, changes, userId }: NewRevision): Promise<void> {
  const { id } = tx.org;
  await tx.run(sql`
    insert into guanxi.revision (org_id, number, created_by, documents, changes)
    values (${id}, ${revision}, ${userId ?? null}, ${JSON.stringify(documents)}, ${JSON.stringify(changes)})`);
  await tx.run(sql`update guanxi.org set published_revision = ${revision} where id = ${id}`);
  await tx.run(sql`update ${sql.id(tx.org.schema, '_revision')} set number = ${revision}`);
  await tx.run(sql`delete from guanxi.draft where org_id = ${id}`);
}
