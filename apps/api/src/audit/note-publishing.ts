import { areaOfKind, type MetadataDocument } from '@guanxi/metadata';
import type { EntityManager } from 'typeorm';
import type { DraftChanges } from '../metadata/draft/lay-over.js';
import type { Trail } from './trail.js';

interface Publishing {
  readonly orgId: string;
  readonly userId: string | undefined;
  readonly revision: number;
  readonly published: readonly MetadataDocument[];
  readonly picked: DraftChanges;
}

/** Up to so many documents are named; of more, only the number is. */
const MOST_NAMED = 200;

/** Which documents came, changed or went with a revision; those that say who may do what have entries of their own besides. */
export async function notePublishing(trail: Trail, { orgId, userId, revision, published, picked }: Publishing, within: EntityManager): Promise<void> {
  const actorId = userId ?? null;
  const removed = new Set(picked.removed);
  const changed = [
    ...picked.documents.map((document) => ({ document, how: published.some(({ guanxi }) => guanxi.id === document.guanxi.id) ? 'changed' : 'created' })),
    ...published.filter(({ guanxi }) => removed.has(guanxi.id)).map((document) => ({ document, how: 'removed' })),
  ];
  const named = changed.slice(0, MOST_NAMED).map(({ document: { kind, name }, how }) => ({ kind, name, how }));
  await trail.note({ orgId, actorId, kind: 'published', detail: { revision, count: changed.length, documents: named } }, within);
  for (const { document, how } of changed) {
    const { kind, name } = document;
    if (areaOfKind[kind] !== 'access') continue;
    await trail.note({ orgId, actorId, kind: 'rightsChanged', subject: { kind: 'permissionSet', id: name, name: 'title' in document && typeof document.title === 'string' ? document.title : name }, detail: { document: kind, how, revision } }, within);
  }
}
