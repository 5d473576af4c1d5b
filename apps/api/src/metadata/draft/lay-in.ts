import { nearMissHint, parseDocuments, type MetadataDocument, type Model, type Problem, type Result } from '@guanxi/metadata';
import { checkWorkflow } from '@guanxi/workflow';
import { giveIds } from './give-ids.js';
import { layOver, withoutSame, type DraftChanges } from './lay-over.js';

export interface DocumentKey {
  readonly kind: string;
  readonly name: string;
}

export interface DraftEdit {
  readonly documents: readonly unknown[];
  readonly remove: readonly DocumentKey[];
}

/**
 * The draft with an edit laid into it, or every problem that the org would have with it. Nothing is half taken. What is as
 * in the earlier model is not checked again.
 */
export function layIn(published: readonly MetadataDocument[], draft: DraftChanges, edit: DraftEdit, earlier?: Model): Result<DraftChanges> {
  const before = layOver(published, draft);
  const missing = edit.remove.flatMap((key, index) => findMissing(before, key, index));
  const gone = new Set(before.filter((document) => edit.remove.some((key) => isKeyOf(key, document))).map(({ guanxi }) => guanxi.id));
  const stays = before.filter(({ guanxi }) => !gone.has(guanxi.id));
  const incoming = edit.documents.map((document) => giveIds(document, stays));
  const ids = new Set(incoming.map(readId));

  // What comes in stands first, so that a path like /0 counts the documents that were sent.
  const parsed = parseDocuments([...incoming, ...stays.filter(({ guanxi }) => !ids.has(guanxi.id))], { checkWorkflow, ...(earlier && { earlier }) });
  const problems = [...missing, ...(parsed.ok ? [] : parsed.problems)];
  if (problems.length > 0) return { ok: false, problems };

  const accepted = incoming as readonly MetadataDocument[];
  const kept = draft.documents.filter(({ guanxi }) => !gone.has(guanxi.id) && !ids.has(guanxi.id));
  const removed = [...draft.removed, ...gone].filter((id) => !ids.has(id));
  return { ok: true, value: withoutSame(published, { documents: [...kept, ...accepted], removed: [...new Set(removed)] }) };
}

function findMissing(documents: readonly MetadataDocument[], key: DocumentKey, index: number): readonly Problem[] {
  if (documents.some((document) => isKeyOf(key, document))) return [];
  const names = documents.filter(({ kind }) => kind === key.kind).map(({ name }) => name);
  const hint = nearMissHint(key.name, names);
  return [{ path: `/remove/${index}`, code: 'unknown', message: `There is no document of the kind "${key.kind}" named "${key.name}" to remove.`, ...(hint && { hint }) }];
}

function isKeyOf(key: DocumentKey, document: MetadataDocument): boolean {
  return key.kind === document.kind && key.name === document.name;
}

function readId(document: unknown): unknown {
  const { guanxi } = (document ?? {}) as { readonly guanxi?: { readonly id?: unknown } };
  return guanxi?.id;
}
