import { useSyncExternalStore } from 'react';
import { noHistory, type DraftHistory } from './draft-history.js';

let history: DraftHistory = noHistory;
const listeners = new Set<() => void>();

/** The edits of the draft that this tab of the browser has made since it last published. */
export function getHistory(): DraftHistory {
  return history;
}

export function changeHistory(change: (before: DraftHistory) => DraftHistory): void {
  history = change(history);
  for (const listener of listeners) listener();
}

export function useHistory(): DraftHistory {
  return useSyncExternalStore(subscribe, getHistory, getHistory);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
