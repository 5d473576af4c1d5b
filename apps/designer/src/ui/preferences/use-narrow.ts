import { useCallback, useSyncExternalStore } from 'react';

/** As in the style sheets: a phone, or a window as small as one. */
const phone = 768;

/** Whether there is room for one thing only, for parts that CSS alone cannot put otherwise. */
export function useNarrow(): boolean {
  return useBelow(phone);
}

/** Whether the window has fewer pixels than this from side to side. */
export function useBelow(width: number): boolean {
  const query = `(max-width: ${width - 1}px)`;
  const subscribe = useCallback((listener: () => void) => {
    const list = window.matchMedia?.(query);
    list?.addEventListener('change', listener);
    return () => list?.removeEventListener('change', listener);
  }, [query]);
  return useSyncExternalStore(subscribe, () => window.matchMedia?.(query).matches ?? false, () => false);
}
