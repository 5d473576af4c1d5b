import type { MetadataDocument } from '@guanxi/metadata';

export interface DraftChanges {
  /** Laid over the published document with the same id, or added. */
  readonly documents: readonly MetadataDocument[];
  /** Ids of published documents that go. */
  readonly removed: readonly string[];
}

export type DocumentState = 'PUBLISHED' | 'CREATED' | 'CHANGED' | 'REMOVED';

export interface StatedDocument {
  readonly document: MetadataDocument;
  readonly state: DocumentState;
}

export const NO_CHANGES: DraftChanges = { documents: [], removed: [] };

/** The documents as they will be: changed ones keep their place, new ones come last. */
export function layOver(published: readonly MetadataDocument[], draft: DraftChanges): readonly MetadataDocument[] {
  return stateDocuments(published, draft).flatMap(({ document, state }) => (state === 'REMOVED' ? [] : [document]));
}

/** Published documents with the draft laid over them, and what the draft does to each. */
export function stateDocuments(published: readonly MetadataDocument[], draft: DraftChanges): readonly StatedDocument[] {
  const drafted = new Map(draft.documents.map((document) => [document.guanxi.id, document]));
  const publishedIds = new Set(published.map((document) => document.guanxi.id));
  const removed = new Set(draft.removed);
  return [
    ...published.map((before): StatedDocument => {
      const after = drafted.get(before.guanxi.id);
      if (after) return { document: after, state: 'CHANGED' };
      return { document: before, state: removed.has(before.guanxi.id) ? 'REMOVED' : 'PUBLISHED' };
    }),
    ...draft.documents.filter(({ guanxi }) => !publishedIds.has(guanxi.id)).map((document): StatedDocument => ({ document, state: 'CREATED' })),
  ];
}

/** Leaves out what is as it is published, so that an edit taken back is no change. */
export function withoutSame(published: readonly MetadataDocument[], draft: DraftChanges): DraftChanges {
  const before = new Map(published.map((document) => [document.guanxi.id, document]));
  return {
    documents: draft.documents.filter((document) => JSON.stringify(before.get(document.guanxi.id)) !== JSON.stringify(document)),
    removed: draft.removed.filter((id) => before.has(id)),
  };
}
