import type { MetadataDocument } from '@guanxi/metadata';
import type { StatedDocument } from './document-types.js';
import type { DraftEdit } from './use-draft-edits.js';

/** One saved edit of the draft: what puts it back, and what makes it again. */
export interface HistoryEntry {
  readonly back: DraftEdit;
  readonly again: DraftEdit;
  /** Ids of the documents that the edit was about, with their text after it: somebody else's later change is never undone. */
  readonly after: Readonly<Record<string, string | null>>;
}

export interface DraftHistory {
  readonly done: readonly HistoryEntry[];
  readonly undone: readonly HistoryEntry[];
}

export const noHistory: DraftHistory = { done: [], undone: [] };

const longest = 50;

/** What puts the draft back to `before`, for an edit that turned it into `after`. Null where nothing has changed. */
export function describeEdit(before: readonly StatedDocument[], after: readonly StatedDocument[]): HistoryEntry | null {
  const there = textsById(before);
  const here = textsById(after);
  const changed = [...new Set([...there.keys(), ...here.keys()])].filter((id) => there.get(id)?.text !== here.get(id)?.text);
  if (changed.length === 0) return null;
  return {
    back: changeInto(changed, here, there), again: changeInto(changed, there, here),
    after: Object.fromEntries(changed.map((id) => [id, here.get(id)?.text ?? null])),
  };
}

export function remember({ done }: DraftHistory, entry: HistoryEntry): DraftHistory {
  return { done: [...done, entry].slice(-longest), undone: [] };
}

/** The documents are as the edit left them, so that it can be taken back. */
export function isUntouched({ after }: HistoryEntry, now: readonly StatedDocument[]): boolean {
  const here = textsById(now);
  return Object.entries(after).every(([id, text]) => (here.get(id)?.text ?? null) === text);
}

interface Known { readonly document: MetadataDocument; readonly text: string }

/** What is there with the draft laid over it; documents that it removes are not. */
function textsById(documents: readonly StatedDocument[]): ReadonlyMap<string, Known> {
  return new Map(documents.filter(({ state }) => state !== 'REMOVED').map(({ document }) => [document.guanxi.id, { document, text: JSON.stringify(document) }]));
}

function changeInto(ids: readonly string[], from: ReadonlyMap<string, Known>, to: ReadonlyMap<string, Known>): DraftEdit {
  return {
    documents: ids.flatMap((id) => to.get(id)?.document ?? []),
    remove: ids.flatMap((id) => {
      const gone = to.has(id) ? undefined : from.get(id)?.document;
      return gone ? [{ kind: gone.kind, name: gone.name }] : [];
    }),
  };
}
