import type { FilterEntry } from '../filters/filter.js';

/** Everything about a list that its address holds. */
export interface ListAddress {
  /** Name of the view; absent for the first one, `all` for none. */
  readonly view?: string;
  readonly f?: readonly FilterEntry[];
  /** Field to sort by; `-field` is descending. */
  readonly s?: string;
  readonly q?: string;
  readonly create?: boolean;
}

/** Reads the search part of an address; what is not ours is dropped. */
export function readListAddress(search: Readonly<Record<string, unknown>>): ListAddress {
  const { view, f, s, q, create } = search;
  return {
    ...(typeof view === 'string' && { view }),
    ...(Array.isArray(f) && { f: f as readonly FilterEntry[] }),
    ...(typeof s === 'string' && { s }),
    ...((typeof q === 'string' || typeof q === 'number') && q !== '' && { q: String(q) }),
    ...(create === true && { create }),
  };
}

/** The address of a list with one filter, for links from elsewhere. */
export function listHref(object: string, address: ListAddress = {}): string {
  const search = new URLSearchParams();
  if (address.view !== undefined) search.set('view', address.view);
  if (address.f !== undefined) search.set('f', JSON.stringify(address.f));
  if (address.s !== undefined) search.set('s', address.s);
  if (address.q !== undefined) search.set('q', address.q);
  if (address.create) search.set('create', 'true');
  const text = search.toString();
  return `/app/${encodeURIComponent(object)}${text === '' ? '' : `?${text}`}`;
}
