import { useSyncExternalStore } from 'react';
import { usePreferences } from './preferences.js';

const query = '(prefers-color-scheme: dark)';

/** The scheme in effect, for parts that cannot follow CSS (canvas, charts). */
export function useColourScheme(): 'light' | 'dark' {
  const { theme } = usePreferences();
  const isSystemDark = useSyncExternalStore(subscribe, () => matchMedia(query).matches, () => false);
  if (theme !== 'system') return theme;
  return isSystemDark ? 'dark' : 'light';
}

function subscribe(listener: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
}
