import type { TreeEntry } from '../filters/filter-tree.js';

/** Everything about a list that its address holds. */
export interface ListAddress {
  /** Name of the view; absent for the first one, `all` for none. */
  readonly view?: string;
  /** Filters; absent for those of the view. */
  readonly f?: readonly TreeEntry[];
  /** Fields to sort by with commas between them; `-field` is descending. Absent for the order of the view. */
  readonly s?: string;
  /** What the records are grouped by: a field, with `:month` or another unit behind it where it is a day; empty for no groups. */
  readonly g?: string;
  readonly q?: string;
  /** The record that is open beside the list. */
  readonly peek?: string;
  readonly create?: boolean;
}

/** Reads the search part of an address; what is not ours is dropped. */
export function readListAddress(search: Readonly<Record<string, unknown>>): ListAddress {
  const { view, f, s, g, q, peek, create } = search;
  return {
    ...(typeof view === 'string' && { view }),
    ...(Array.isArray(f) && { f: f as readonly TreeEntry[] }),
    ...(typeof s === 'string' && { s }),
    ...(typeof g === 'string' && { g }),
    ...((typeof q === 'string' || typeof q === 'number') && q !== '' && { q: String(q) }),
    ...(typeof peek === 'string' && { peek }),
    ...(create === true && { create }),
  };
}

/** The address of a list with one filter, for links from elsewhere. */
export function listHref(object: string, address: ListAddress = {}): string {
  const search = new URLSearchParams();
  if (address.view !== undefined) search.set('view', address.view);
  if (address.f !== undefined) search.set('f', JSON.stringify(address.f));
  if (address.s !== undefined) search.set('s', address.s);
  if (address.g !== undefined) search.set('g', address.g);
  if (address.q !== undefined) search.set('q', address.q);
  if (address.peek !== undefined) search.set('peek', address.peek);
  if (address.create) search.set('create', 'true');
  const text = search.toString();
  return `/app/${encodeURIComponent(object)}${text === '' ? '' : `?${text}`}`;
}
