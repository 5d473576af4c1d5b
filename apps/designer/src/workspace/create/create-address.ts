import type { FormRecord } from '@guanxi/forms';

/** What the address of the page for a new record holds. */
export interface CreateAddress {
  readonly given?: Partial<FormRecord>;
  /** The page to go back to; the new record's own otherwise. */
  readonly from?: string;
}

export function createHref(object: string, given?: Partial<FormRecord>, from?: string): string {
  const search = new URLSearchParams();
  if (given) search.set('given', JSON.stringify(given));
  if (from !== undefined) search.set('from', from);
  const text = search.toString();
  return `/app/${encodeURIComponent(object)}/new${text === '' ? '' : `?${text}`}`;
}

/** Reads the search part of an address; what is not ours is dropped, and nothing leads out of the workspace. */
export function readCreateAddress({ given, from }: Readonly<Record<string, unknown>>): CreateAddress {
  return {
    ...(isPlain(given) && { given: { ...(isPlain(given['values']) && { values: given['values'] as FormRecord['values'] }), ...(isPlain(given['recordNames']) && { recordNames: given['recordNames'] as FormRecord['recordNames'] }) } }),
    ...(typeof from === 'string' && /^\/app\/[^/\\]/.test(from) && { from }),
  };
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
