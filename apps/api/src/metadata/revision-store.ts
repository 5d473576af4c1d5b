import { Injectable } from '@nestjs/common';
import { parseDocuments, type MetadataDocument, type Model } from '@guanxi/metadata';
import { InjectRepository } from '@nestjs/typeorm';
import { LRUCache } from 'lru-cache';
import type { EntityManager, Repository } from 'typeorm';
import { OrgRow } from '../database/entities/org-row.js';
import { RevisionRow } from '../database/entities/revision-row.js';

const DOCUMENT_SETS_IN_MEMORY = 20;

/** The immutable revisions of every org, read only: publishing writes them. */
@Injectable()
export class RevisionStore {
  private readonly documentSets = new LRUCache<string, readonly MetadataDocument[]>({ max: DOCUMENT_SETS_IN_MEMORY });

  constructor(
    @InjectRepository(RevisionRow) private readonly revisions: Repository<RevisionRow>,
    @InjectRepository(OrgRow) private readonly orgs: Repository<OrgRow>,
  ) {}

  /** 0 as long as nothing has been published. */
  async publishedNumber(orgId: string): Promise<number> {
    const { publishedRevision } = await this.orgs.findOneOrFail({ select: { id: true, publishedRevision: true }, where: { id: orgId } });
    return publishedRevision;
  }

  async find(orgId: string, number: number): Promise<RevisionRow | null> {
    return this.revisions.findOneBy({ orgId, number });
  }

  /** Newest first, without their documents. */
  async list(orgId: string, first: number): Promise<Omit<RevisionRow, 'documents'>[]> {
    return this.revisions.find({
      select: { orgId: true, number: true, createdAt: true, createdBy: true, changes: true },
      where: { orgId },
      order: { number: 'desc' },
      take: first,
    });
  }

  /** What was published as that revision; revision 0 is the empty org. */
  async documents(orgId: string, number: number, platform: EntityManager = this.revisions.manager): Promise<readonly MetadataDocument[]> {
    if (number === 0) return [];
    const key = `${orgId}:${number}`;
    const known = this.documentSets.get(key);
    if (known) return known;
    const { documents } = await platform.findOneOrFail(RevisionRow, { select: { orgId: true, number: true, documents: true }, where: { orgId, number } });
    this.documentSets.set(key, documents);
    return documents;
  }

  async loadModel(orgId: string, number: number): Promise<Model> {
    const parsed = parseDocuments(await this.documents(orgId, number));
    if (parsed.ok) return parsed.value;
    const [problem] = parsed.problems;
    throw new Error(`Revision ${number} of org ${orgId} cannot be read: ${problem?.path} ${problem?.message}`);
  }
}
