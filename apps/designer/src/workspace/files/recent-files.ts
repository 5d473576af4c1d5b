const storageKey = 'guanxi.recent-files';
const keptCount = 40;

/** Ids of the files that were opened last on this device, the newest first. */
export function readRecentFiles(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberFile(id: string): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify([id, ...readRecentFiles().filter((other) => other !== id)].slice(0, keptCount)));
  } catch {
    // Without storage nothing is remembered.
  }
}
