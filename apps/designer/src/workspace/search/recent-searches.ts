const storageKey = 'guanxi.recent-searches';
const keptCount = 8;

/** What was searched for last on this device, the newest first. */
export function readSearches(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberSearch(text: string): void {
  // What was typed on the way to it is no search of its own.
  const others = readSearches().filter((other) => !text.startsWith(other));
  keep([text, ...others].slice(0, keptCount));
}

export function forgetSearches(): void {
  keep([]);
}

function keep(texts: readonly string[]): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(texts));
  } catch {
    // Without storage nothing is remembered.
  }
}
