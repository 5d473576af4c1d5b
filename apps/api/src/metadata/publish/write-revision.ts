import type { MetadataDocument } from '@guanxi/metadata';
import { sql } from 'kysely';
import type { RecordedChange } from '../../database/entities/revision-row.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import type { DraftChanges } from '../draft/lay-over.js';

/** So that no revision is read by way of more than these. */
const WHOLE_EVERY = 50;

export interface NewRevision {
  readonly revision: number;
  readonly published: readonly MetadataDocument[];
  readonly documents: readonly MetadataDocument[];
  /** What makes the documents out of the published ones. */
  readonly differences: DraftChanges;
  readonly changes: readonly RecordedChange[];
  readonly userId?: string | undefined;
  readonly note?: string | undefined;
}

/** Kept as differences from the revision before where that is much less. */
export async function writeRevision(tx: OrgTransaction, { revision, published, documents, differences, changes, userId, note }: NewRevision): Promise<void> {
  const { id, schema } = tx.org;
  const isWhole = published.length === 0 || revision % WHOLE_EVERY === 0 || (differences.documents.length + differences.removed.length) * 2 > published.length;
  await tx.run(sql`
    insert into guanxi.revision (org_id, number, created_by, documents, removed, based_on, changes, note)
    values (${id}, ${revision}, ${userId ?? null}, ${JSON.stringify(isWhole ? documents : differences.documents)},
      ${JSON.stringify(isWhole ? [] : differences.removed)}, ${isWhole ? null : revision - 1}, ${JSON.stringify(changes)}, ${note ?? null})`);
  await tx.run(sql`update guanxi.org set published_revision = ${revision} where id = ${id}`);
  await tx.run(sql`update ${sql.id(schema, '_revision')} set number = ${revision}`);
}
