const storageKey = 'guanxi.recent-commands';
const keptCount = 5;

/** Ids of the commands that were used last, the newest first. */
export function readRecentCommands(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberCommand(id: string): void {
  const next = [id, ...readRecentCommands().filter((other) => other !== id)].slice(0, keptCount);
  try {
    localStorage.setItem(storageKey, JSON.stringify(next));
  } catch {
    // Without storage there are no recent commands.
  }
}
