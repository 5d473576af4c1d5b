const storageKey = (object: string, view: string) => `guanxi.columns.${object}.${view}`;

/** Columns that were chosen on this device for a view; null where its own are shown. */
export function readKeptColumns(object: string, view: string): readonly string[] | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(object, view)) ?? 'null');
    return Array.isArray(kept) && kept.every((name) => typeof name === 'string') ? kept : null;
  } catch {
    return null;
  }
}

export function keepColumns(object: string, view: string, names: readonly string[] | null): void {
  try {
    if (names === null) localStorage.removeItem(storageKey(object, view));
    else localStorage.setItem(storageKey(object, view), JSON.stringify(names));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
