import { useEffect, useSyncExternalStore } from 'react';
import type { Crumb } from '../ui/index.js';

interface Page {
  /** Goes into the title of the window. */
  readonly title: string;
  /** From the area down to this page; at most three are shown. */
  readonly crumbs: readonly Crumb[];
}

let current: Page = { title: '', crumbs: [] };
const listeners = new Set<() => void>();

/** Each page says once where it is; the top bar and the window's title follow. */
export function usePage({ title, crumbs }: Page): void {
  const key = JSON.stringify(crumbs);
  useEffect(() => {
    current = { title, crumbs: JSON.parse(key) as Crumb[] };
    document.title = title === '' ? 'Guanxi' : `${title} · Guanxi`;
    for (const listener of listeners) listener();
  }, [title, key]);
}

export function useCurrentPage(): Page {
  return useSyncExternalStore(subscribe, () => current, () => current);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
