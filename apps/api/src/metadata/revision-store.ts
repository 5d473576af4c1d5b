import { Injectable } from '@nestjs/common';
import type { MetadataDocument } from '@guanxi/metadata';
import { InjectRepository } from '@nestjs/typeorm';
import { LRUCache } from 'lru-cache';
import type { EntityManager, Repository } from 'typeorm';
import { OrgRow } from '../database/entities/org-row.js';
import { RevisionRow } from '../database/entities/revision-row.js';
import { layOver } from './draft/lay-over.js';

/** Characters of JSON; as values in memory they take about twice as many bytes. Sets that share documents are counted as if they did not. */
const MOST_CHARACTERS = 60_000_000;
const CHARACTERS_OF_A_SHARED_DOCUMENT = 16;

type Stored = Pick<RevisionRow, 'number' | 'documents' | 'removed' | 'basedOn'>;

/** The immutable revisions of every org, read only: publishing writes them. */
@Injectable()
export class RevisionStore {
  private readonly documentSets = new LRUCache<string, { readonly documents: readonly MetadataDocument[]; readonly weight: number }>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ weight }) => weight,
  });

  constructor(
    @InjectRepository(RevisionRow) private readonly revisions: Repository<RevisionRow>,
    @InjectRepository(OrgRow) private readonly orgs: Repository<OrgRow>,
  ) {}

  /** 0 as long as nothing has been published. */
  async publishedNumber(orgId: string): Promise<number> {
    const { publishedRevision } = await this.orgs.findOneOrFail({ select: { id: true, publishedRevision: true }, where: { id: orgId } });
    return publishedRevision;
  }

  /** Without its documents. */
  async find(orgId: string, number: number): Promise<Omit<RevisionRow, 'documents' | 'removed'> | null> {
    return this.revisions.findOne({ select: WITHOUT_DOCUMENTS, where: { orgId, number } });
  }

  /** Newest first, without their documents. */
  async list(orgId: string, first: number): Promise<Omit<RevisionRow, 'documents' | 'removed'>[]> {
    return this.revisions.find({ select: WITHOUT_DOCUMENTS, where: { orgId }, order: { number: 'desc' }, take: first });
  }

  /** What was published as that revision; revision 0 is the empty org. */
  async documents(orgId: string, number: number, platform: EntityManager = this.revisions.manager): Promise<readonly MetadataDocument[]> {
    if (number === 0) return [];
    const known = this.documentSets.get(keyOf(orgId, number));
    if (known) return known.documents;
    const before = this.documentSets.get(keyOf(orgId, number - 1));
    const rows = before ? await readOne(platform, orgId, number) : await readBackToWhole(platform, orgId, number);
    const laidOver = rows.reduce<readonly MetadataDocument[]>((documents, row) => (row.basedOn === null ? row.documents : layOver(documents, row)), before?.documents ?? []);
    this.keep(orgId, number, laidOver);
    return laidOver;
  }

  /** Whoever published or read a revision has its documents at hand. */
  keep(orgId: string, number: number, documents: readonly MetadataDocument[]): void {
    const shared = new Set(this.documentSets.peek(keyOf(orgId, number - 1))?.documents);
    const weight = documents.reduce((sum, document) => sum + (shared.has(document) ? CHARACTERS_OF_A_SHARED_DOCUMENT : JSON.stringify(document).length), 1);
    this.documentSets.set(keyOf(orgId, number), { documents, weight });
  }
}

const WITHOUT_DOCUMENTS = { orgId: true, number: true, createdAt: true, createdBy: true, changes: true, note: true, basedOn: true } as const;

const keyOf = (orgId: string, number: number): string => `${orgId}:${number}`;

async function readOne(platform: EntityManager, orgId: string, number: number): Promise<readonly Stored[]> {
  return platform.find(RevisionRow, { select: { orgId: true, number: true, documents: true, removed: true, basedOn: true }, where: { orgId, number } });
}

async function readBackToWhole(platform: EntityManager, orgId: string, number: number): Promise<readonly Stored[]> {
  return platform
    .createQueryBuilder(RevisionRow, 'revision')
    .select(['revision.orgId', 'revision.number', 'revision.documents', 'revision.removed', 'revision.basedOn'])
    .where('revision.org_id = :orgId and revision.number <= :number', { orgId, number })
    .andWhere('revision.number >= (select max(whole.number) from guanxi.revision whole where whole.org_id = :orgId and whole.number <= :number and whole.based_on is null)')
    .orderBy('revision.number')
    .getMany();
}
