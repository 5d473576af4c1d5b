import { useState } from 'react';
import { noDays, type AuditWish } from './audit-wish.js';

export interface SavedFilter {
  readonly name: string;
  readonly wish: AuditWish;
}

const storageKey = 'guanxi.audit-filters';

/** Filters that somebody keeps on this device, by name. */
export function useSavedFilters(): { readonly saved: readonly SavedFilter[]; readonly save: (filter: SavedFilter) => void; readonly forget: (name: string) => void } {
  const [saved, setSaved] = useState(readSaved);
  const keep = (next: readonly SavedFilter[]) => {
    setSaved(next);
    try {
      localStorage.setItem(storageKey, JSON.stringify(next));
    } catch {
      // Without storage they last as long as the page.
    }
  };
  return {
    saved,
    save: (filter) => keep([...saved.filter(({ name }) => name !== filter.name), filter].sort((left, right) => left.name.localeCompare(right.name))),
    forget: (name) => keep(saved.filter((one) => one.name !== name)),
  };
}

function readSaved(): readonly SavedFilter[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? (kept as readonly Partial<SavedFilter>[]).flatMap(({ name, wish }) => (typeof name === 'string' && wish ? [{ name, wish: { ...noDays, ...wish } }] : [])) : [];
  } catch {
    return [];
  }
}
