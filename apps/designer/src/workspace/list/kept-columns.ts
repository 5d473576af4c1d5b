import { readColumns, type ListColumn } from './list-column.js';

const storageKey = (object: string, view: string) => `guanxi.columns.${object}.${view}`;

/** Columns as they were arranged on this device for a view; null where its own are shown. */
export function readKeptColumns(object: string, view: string): readonly ListColumn[] | null {
  try {
    return readColumns(JSON.parse(localStorage.getItem(storageKey(object, view)) ?? 'null')) ?? null;
  } catch {
    return null;
  }
}

export function keepColumns(object: string, view: string, columns: readonly ListColumn[] | null): void {
  try {
    if (columns === null) localStorage.removeItem(storageKey(object, view));
    else localStorage.setItem(storageKey(object, view), JSON.stringify(columns));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
