import { Injectable } from '@nestjs/common';
import { parseDocuments, type MetadataDocument, type Problem, type Result } from '@guanxi/metadata';
import { checkWorkflow } from '@guanxi/workflow';
import { InjectRepository } from '@nestjs/typeorm';
import { sql } from 'kysely';
import { Repository, type EntityManager } from 'typeorm';
import { DraftRow } from '../../database/entities/draft-row.js';
import { OrgRow } from '../../database/entities/org-row.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { SqlSession } from '../../database/sql-session.js';
import type { Org } from '../../orgs/org.js';
import { Models } from '../models.js';
import { RevisionStore } from '../revision-store.js';
import { differencesTo } from './differences-to.js';
import { layIn, type DocumentKey, type DraftEdit } from './lay-in.js';
import { layOver, NO_CHANGES, stateDocuments, type DraftChanges, type StatedDocument } from './lay-over.js';
import { takeBack } from './pick-changes.js';

export interface Draft {
  readonly baseRevision: number;
  readonly published: readonly MetadataDocument[];
  readonly changes: DraftChanges;
  readonly updatedAt?: Date;
  readonly updatedBy?: string;
}

/** The one draft of each org. */
@Injectable()
export class Drafts {
  constructor(
    @InjectRepository(DraftRow) private readonly rows: Repository<DraftRow>,
    private readonly revisions: RevisionStore,
    private readonly models: Models,
    private readonly database: OrgDatabase,
  ) {}

  async load(org: Org): Promise<Draft> {
    const baseRevision = await this.revisions.publishedNumber(org.id);
    const [published, row] = await Promise.all([this.revisions.documents(org.id, baseRevision), this.rows.findOneBy({ orgId: org.id })]);
    return readDraft(baseRevision, published, row);
  }

  async documents(org: Org, withDraft: boolean): Promise<readonly StatedDocument[]> {
    const { published, changes } = await this.load(org);
    return stateDocuments(published, withDraft ? changes : NO_CHANGES);
  }

  /** All of the edit, or nothing of it and every problem. */
  async edit(org: Org, userId: string, edit: DraftEdit): Promise<{ readonly problems: readonly Problem[] }> {
    const earlier = await this.models.current(org);
    return this.change(org, userId, ({ published, changes }) => layIn(published, changes, edit, earlier.model));
  }

  /** The draft becomes whatever makes these documents of the published ones; what was in it is replaced. */
  async replace(org: Org, userId: string, documents: readonly MetadataDocument[]): Promise<{ readonly problems: readonly Problem[] }> {
    const { model: earlier } = await this.models.current(org);
    const parsed = parseDocuments(documents, { checkWorkflow, earlier });
    if (!parsed.ok) return { problems: parsed.problems };
    return this.change(org, userId, ({ published }) => ({ ok: true, value: differencesTo(published, documents) }));
  }

  /** One document of the draft is again as it is published. Undefined when the draft says nothing of it. */
  async takeBack(org: Org, userId: string, key: DocumentKey): Promise<{ readonly problems: readonly Problem[] } | undefined> {
    const { model: earlier } = await this.models.current(org);
    let isThere = true;
    const { problems } = await this.change(org, userId, ({ published, changes }) => {
      const rest = takeBack(published, changes, key);
      isThere = rest !== undefined;
      if (!rest) return { ok: true, value: changes };
      const parsed = parseDocuments(layOver(published, rest), { checkWorkflow, earlier });
      return parsed.ok ? { ok: true, value: rest } : parsed;
    });
    return isThere ? { problems } : undefined;
  }

  private change(org: Org, userId: string, work: (draft: Draft) => Result<DraftChanges>): Promise<{ readonly problems: readonly Problem[] }> {
    return this.database.transactionWithPlatform(org, async (tx, platform) => {
      await lockDocuments(tx, org);
      const { publishedRevision: baseRevision } = await platform.findOneByOrFail(OrgRow, { id: org.id });
      const published = await this.revisions.documents(org.id, baseRevision, platform);
      const changed = work(readDraft(baseRevision, published, await platform.findOneBy(DraftRow, { orgId: org.id })));
      if (!changed.ok) return { problems: changed.problems };
      await writeDraft(platform, { orgId: org.id, baseRevision, changes: changed.value, userId });
      return { problems: [] };
    });
  }

  /** False when there was none. */
  async discard(org: Org): Promise<boolean> {
    const { affected } = await this.rows.delete({ orgId: org.id });
    return Boolean(affected);
  }
}

/** Whoever changes an org's documents holds this until the end of the transaction. */
export async function lockDocuments(tx: SqlSession, org: Org): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('guanxi documents'), hashtext(${org.id}))`);
}

interface WrittenDraft {
  readonly orgId: string;
  readonly baseRevision: number;
  readonly changes: DraftChanges;
  readonly userId: string | null;
}

/** A draft without changes is none. */
export async function writeDraft(platform: EntityManager, { orgId, baseRevision, changes: { documents, removed }, userId }: WrittenDraft): Promise<void> {
  if (documents.length + removed.length === 0) await platform.delete(DraftRow, { orgId });
  else await platform.save(DraftRow, { orgId, baseRevision, documents, removed, updatedAt: new Date(), updatedBy: userId });
}

export function readDraft(baseRevision: number, published: readonly MetadataDocument[], row: DraftRow | null): Draft {
  if (!row) return { baseRevision, published, changes: NO_CHANGES };
  const { documents, removed, updatedAt, updatedBy } = row;
  return { baseRevision, published, changes: { documents, removed }, updatedAt, ...(updatedBy && { updatedBy }) };
}
