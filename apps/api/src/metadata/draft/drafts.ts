import { Injectable } from '@nestjs/common';
import { parseDocuments, type MetadataDocument, type Problem, type Result } from '@guanxi/metadata';
import { checkWorkflow } from '@guanxi/workflow';
import type { Access } from '@guanxi/query';
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
import { findAreaProblems } from './find-area-problems.js';
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

/** Who changes documents. Without `access` it is the platform itself, which may change all of them. */
export interface Editor {
  readonly userId: string;
  readonly access?: Access;
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
  async edit(org: Org, editor: Editor, edit: DraftEdit): Promise<{ readonly problems: readonly Problem[] }> {
    const earlier = await this.models.current(org);
    return this.change(org, editor, ({ published, changes }) => layIn(published, changes, edit, earlier.model));
  }

  /** The draft becomes whatever makes these documents of the published ones; what was in it is replaced. */
  async replace(org: Org, editor: Editor, documents: readonly MetadataDocument[]): Promise<{ readonly problems: readonly Problem[] }> {
    const { model: earlier } = await this.models.current(org);
    const parsed = parseDocuments(documents, { checkWorkflow, earlier });
    if (!parsed.ok) return { problems: parsed.problems };
    return this.change(org, editor, ({ published }) => ({ ok: true, value: differencesTo(published, documents) }));
  }

  /** One document of the draft is again as it is published. Undefined when the draft says nothing of it. */
  async takeBack(org: Org, editor: Editor, key: DocumentKey): Promise<{ readonly problems: readonly Problem[] } | undefined> {
    const { model: earlier } = await this.models.current(org);
    let isThere = true;
    const { problems } = await this.change(org, editor, ({ published, changes }) => {
      const rest = takeBack(published, changes, key);
      isThere = rest !== undefined;
      if (!rest) return { ok: true, value: changes };
      const parsed = parseDocuments(layOver(published, rest), { checkWorkflow, earlier });
      return parsed.ok ? { ok: true, value: rest } : parsed;
    });
    return isThere ? { problems } : undefined;
  }

  private change(org: Org, { userId, access }: Editor, work: (draft: Draft) => Result<DraftChanges>): Promise<{ readonly problems: readonly Problem[] }> {
    return this.database.transactionWithPlatform(org, async (tx, platform) => {
      await lockDocuments(tx, org);
      const { publishedRevision: baseRevision } = await platform.findOneByOrFail(OrgRow, { id: org.id });
      const published = await this.revisions.documents(org.id, baseRevision, platform);
      const draft = readDraft(baseRevision, published, await platform.findOneBy(DraftRow, { orgId: org.id }));
      const changed = work(draft);
      if (!changed.ok) return { problems: changed.problems };
      const problems = access ? findAreaProblems(layOver(published, draft.changes), layOver(published, changed.value), access) : [];
      if (problems.length > 0) return { problems };
      await writeDraft(platform, { orgId: org.id, baseRevision, changes: changed.value, userId });
      return { problems: [] };
    });
  }

  /** False when there was none. Refused when it changes what the editor may not change. */
  async discard(org: Org, editor: Editor): Promise<{ readonly wasThere: boolean; readonly problems: readonly Problem[] }> {
    let wasThere = false;
    const { problems } = await this.change(org, editor, ({ changes }) => {
      wasThere = changes.documents.length + changes.removed.length > 0;
      return { ok: true, value: NO_CHANGES };
    });
    return { wasThere, problems };
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
