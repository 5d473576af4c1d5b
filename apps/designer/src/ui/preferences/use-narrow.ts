import { useSyncExternalStore } from 'react';

/** As in the style sheets: a phone, or a window as small as one. */
const query = '(max-width: 767px)';

/** Whether there is room for one thing only, for parts that CSS alone cannot put otherwise. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia?.(query).matches ?? false, () => false);
}

function subscribe(listener: () => void): () => void {
  const list = window.matchMedia?.(query);
  list?.addEventListener('change', listener);
  return () => list?.removeEventListener('change', listener);
}
