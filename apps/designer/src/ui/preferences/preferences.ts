import { useSyncExternalStore } from 'react';

export const languages = ['en', 'zh-TW', 'zh-CN'] as const;
export type Language = (typeof languages)[number];
export type Theme = 'light' | 'dark' | 'system';
export type Density = 'compact' | 'default' | 'comfortable';

/** What one person chose on this device. `language: null` follows the signed-in user, then the browser. */
export interface Preferences {
  readonly theme: Theme;
  readonly density: Density;
  readonly language: Language | null;
  readonly isSidebarCollapsed: boolean;
  /** WCAG 2.1.4: shortcuts of a single letter can be switched off. */
  readonly singleKeyShortcuts: boolean;
  /** Keys of shortcuts that this person has switched off one by one, such as `g h`. */
  readonly offShortcuts: readonly string[];
  /** Lists come in pages, instead of rows that come and go while people scroll. */
  readonly pagedTables: boolean;
  /** Address of the page that opens after signing in. */
  readonly startPage: string;
}

const storageKey = 'guanxi.preferences';
const defaults: Preferences = {
  theme: 'system', density: 'default', language: null, isSidebarCollapsed: false, singleKeyShortcuts: true, offShortcuts: [], pagedTables: false, startPage: '/app/home',
};

let current: Preferences = readStored();
const listeners = new Set<() => void>();

export function getPreferences(): Preferences {
  return current;
}

export function setPreferences(change: Partial<Preferences>): void {
  current = Object.freeze({ ...current, ...change });
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    // A browser that forbids storage keeps the choice until the page is closed.
  }
  applyToDocument(current);
  for (const listener of listeners) listener();
}

export function subscribeToPreferences(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribeToPreferences, getPreferences, getPreferences);
}

/** Theme and density are attributes of the document, so that every style sheet can follow them. */
export function applyToDocument(preferences: Preferences): void {
  const { dataset } = document.documentElement;
  if (preferences.theme === 'system') delete dataset['theme'];
  else dataset['theme'] = preferences.theme;
  dataset['density'] = preferences.density;
}

function readStored(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return Object.freeze({ ...defaults, ...(stored as Partial<Preferences>) });
  } catch {
    return defaults;
  }
}
