import { useSyncExternalStore } from 'react';
import { createFormat, type Format } from './format.js';

let current: Format = createFormat({ locale: 'en', timeZone: deviceTimeZone() });
const listeners = new Set<() => void>();

/** The one way to show numbers, dates and amounts: in the reader's language and time zone. */
export function useFormat(): Format {
  return useSyncExternalStore(subscribe, getFormat, getFormat);
}

/** The same outside of components. */
export function getFormat(): Format {
  return current;
}

/** Called when the language, the signed-in user or the org changes. */
export function setFormat(settings: { readonly locale?: string; readonly timeZone?: string; readonly currency?: string }): void {
  const { locale, timeZone, currency } = current;
  const next = { locale, timeZone, currency, ...settings };
  if (next.locale === locale && next.timeZone === timeZone && next.currency === currency) return;
  current = createFormat(next);
  for (const listener of listeners) listener();
}

function deviceTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
