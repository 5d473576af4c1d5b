import { Injectable } from '@nestjs/common';
import type { MetadataDocument, Problem } from '@guanxi/metadata';
import { InjectRepository } from '@nestjs/typeorm';
import { sql } from 'kysely';
import { Repository } from 'typeorm';
import { DraftRow } from '../../database/entities/draft-row.js';
import { OrgRow } from '../../database/entities/org-row.js';
import { OrgDatabase } from '../../database/org-database.js';
import type { SqlSession } from '../../database/sql-session.js';
import type { Org } from '../../orgs/org.js';
import { RevisionStore } from '../revision-store.js';
import { layIn, type DraftEdit } from './lay-in.js';
import { NO_CHANGES, stateDocuments, type DraftChanges, type StatedDocument } from './lay-over.js';

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
    return this.database.transactionWithPlatform(org, async (tx, platform) => {
      await lockDocuments(tx, org);
      const { publishedRevision: baseRevision } = await platform.findOneByOrFail(OrgRow, { id: org.id });
      const published = await this.revisions.documents(org.id, baseRevision, platform);
      const { changes } = readDraft(baseRevision, published, await platform.findOneBy(DraftRow, { orgId: org.id }));
      const edited = layIn(published, changes, edit);
      if (!edited.ok) return { problems: edited.problems };
      const { documents, removed } = edited.value;
      if (documents.length + removed.length === 0) await platform.delete(DraftRow, { orgId: org.id });
      else await platform.save(DraftRow, { orgId: org.id, baseRevision, documents, removed, updatedAt: new Date(), updatedBy: userId });
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

export function readDraft(baseRevision: number, published: readonly MetadataDocument[], row: DraftRow | null): Draft {
  if (!row) return { baseRevision, published, changes: NO_CHANGES };
  const { documents, removed, updatedAt, updatedBy } = row;
  return { baseRevision, published, changes: { documents, removed }, updatedAt, ...(updatedBy && { updatedBy }) };
}
