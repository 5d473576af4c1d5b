import type { MetadataDocument } from '@guanxi/metadata';
import type { DocumentKey } from './lay-in.js';
import type { DraftChanges } from './lay-over.js';

/** A draft in two parts: what was asked for, and the rest. `unknown` are keys that the draft says nothing of. */
export interface PickedChanges {
  readonly picked: DraftChanges;
  readonly rest: DraftChanges;
  readonly unknown: readonly DocumentKey[];
}

/** Changed documents are known by the names that they have in the draft or had before, removed ones by those they had. */
export function pickChanges(published: readonly MetadataDocument[], draft: DraftChanges, keys: readonly DocumentKey[]): PickedChanges {
  const before = new Map(published.map((document) => [document.guanxi.id, document]));
  const isNamed = (key: DocumentKey, document: DocumentKey | undefined) => document?.kind === key.kind && document.name === key.name;
  const isMeant = (key: DocumentKey, id: string, document?: MetadataDocument) => isNamed(key, document) || isNamed(key, before.get(id));
  const isPicked = (id: string, document?: MetadataDocument) => keys.some((key) => isMeant(key, id, document));
  const split = (wanted: boolean): DraftChanges => ({
    documents: draft.documents.filter((document) => isPicked(document.guanxi.id, document) === wanted),
    removed: draft.removed.filter((id) => isPicked(id) === wanted),
  });
  const isKnown = (key: DocumentKey) => draft.documents.some((document) => isMeant(key, document.guanxi.id, document)) || draft.removed.some((id) => isMeant(key, id));
  return { picked: split(true), rest: split(false), unknown: keys.filter((key) => !isKnown(key)) };
}

/** The draft without what it says of one document; undefined when that is nothing. */
export function takeBack(published: readonly MetadataDocument[], draft: DraftChanges, key: DocumentKey): DraftChanges | undefined {
  const { rest, unknown } = pickChanges(published, draft, [key]);
  return unknown.length > 0 ? undefined : rest;
}
