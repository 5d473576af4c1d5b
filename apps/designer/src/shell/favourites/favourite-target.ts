/** What a favourite leads to: a record, a list in one of its views, or a page. */
export interface FavouriteTarget {
  readonly object: string | null;
  readonly recordId: string | null;
  readonly view: string | null;
  readonly path: string | null;
}

const nothing: FavouriteTarget = { object: null, recordId: null, view: null, path: null };
const recordId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const keptPath = /^\/(?:app|setup)(?:\/[\w.~-]{1,80}){0,4}$/;

/** Where somebody is, as a favourite would keep it; undefined where there is nothing to come back to. */
export function targetOf(pathname: string, search: Readonly<Record<string, unknown>>, objects: ReadonlySet<string>): FavouriteTarget | undefined {
  const path = pathname.replace(/\/$/, '');
  const [, area, name = '', id, ...more] = path.split('/');
  const object = decodeURIComponent(name);
  if (area === 'app' && objects.has(object)) {
    if (id === undefined) return { ...nothing, object, view: typeof search['view'] === 'string' ? search['view'] : null };
    return recordId.test(id) && more.length === 0 ? { ...nothing, object, recordId: id } : undefined;
  }
  // A search is kept with its words, as a saved search.
  return keptPath.test(path) && path !== '/app' && path !== '/app/search' ? { ...nothing, path } : undefined;
}

export function hrefOf({ object, recordId: id, view, path }: FavouriteTarget): string {
  if (path !== null) return path;
  const list = `/app/${encodeURIComponent(object ?? '')}`;
  if (id !== null) return `${list}/${id}`;
  return view === null ? list : `${list}?view=${encodeURIComponent(view)}`;
}

export function isSameTarget(left: FavouriteTarget, right: FavouriteTarget): boolean {
  return (['object', 'recordId', 'view', 'path'] as const).every((key) => left[key] === right[key]);
}
