export interface VisitedRecord {
  readonly object: string;
  readonly id: string;
  readonly name: string;
}

const storageKey = 'guanxi.recent-records';
const keptCount = 12;

/** Records that were looked at last on this device, the newest first. */
export function readVisits(): readonly VisitedRecord[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? (kept as readonly VisitedRecord[]).filter(({ object, id, name }) => [object, id, name].every((part) => typeof part === 'string')) : [];
  } catch {
    return [];
  }
}

export function rememberVisit(visit: VisitedRecord): void {
  const next = [visit, ...readVisits().filter(({ id }) => id !== visit.id)].slice(0, keptCount);
  try {
    localStorage.setItem(storageKey, JSON.stringify(next));
  } catch {
    // Without storage nothing is remembered.
  }
}
