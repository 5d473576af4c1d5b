import { ApiError } from '../../api/index.js';
import { dropIds, growHead, growTail, idAt, lengthOf, noEnds, placeOf, type ListEnds } from './list-ends.js';
import type { RecordRow } from './record-row.js';

export interface ListPageAnswer {
  /** In the order of the list. */
  readonly nodes: readonly RecordRow[];
  /** There is more, the way that the page went. */
  readonly hasMore: boolean;
  /** To go on from. */
  readonly cursor: string | null;
}

export interface ListPageWish {
  readonly size: number;
  readonly cursor: string | null;
  /** Pages go on from the beginning, or back from the end. */
  readonly isBackwards: boolean;
  /** Nothing but ids, to come far into a list quickly. */
  readonly onlyIds: boolean;
}

/** How a list reaches its records. */
export interface ListSource {
  fetchPage(wish: ListPageWish): Promise<ListPageAnswer>;
  fetchRows(ids: readonly string[]): Promise<readonly RecordRow[]>;
  fetchCount(): Promise<number>;
}

export interface ListSnapshot {
  /** All records of the list, loaded or not; what is known of it so far until the count has come. */
  readonly rowCount: number;
  readonly total: number | null;
  readonly isLoading: boolean;
  readonly isRefetching: boolean;
  readonly error: ApiError | null;
  rowAt(index: number): RecordRow | undefined;
  row(id: string): RecordRow | undefined;
  idAt(index: number): string | undefined;
  /** −1 where it is not known. */
  placeOf(id: string): number;
}

export interface RecordList {
  getSnapshot(): ListSnapshot;
  subscribe(listener: () => void): () => void;
  /** Fetches what is missing between two indexes. */
  show(first: number, last: number): void;
  /** Asks again, keeping what is shown until the answers are there. */
  refresh(): Promise<void>;
  /** Lays new values over a row at once. */
  patch(id: string, values: Readonly<Record<string, unknown>>): void;
  remove(ids: ReadonlySet<string>): void;
  isOlderThan(milliseconds: number): boolean;
}

export const pageSize = 100;
const stride = 1000;
/** So many rows are fetched before they come into sight, once people scroll. */
const ahead = 2 * pageSize;
/** Rows that are kept of a long list; those farthest away are fetched again. */
const mostRows = 5_000;
/** The server counts up to here: of longer lists nobody knows how far from the beginning their end is. */
const mostCounted = 1_000_000;

/** A list of any length as a window: ids in order as far as people have come from either end, rows by id where they have looked. */
export function createRecordList(source: ListSource): RecordList {
  let ends: ListEnds = noEnds;
  let rows = new Map<string, RecordRow>();
  let cursors: { readonly head: string | null; readonly tail: string | null } = { head: null, tail: null };
  let total: number | null = null;
  let error: ApiError | null = null;
  let isLoading = true;
  let isRefetching = false;
  let fetchedAt = 0;
  let wanted = { first: 0, last: 0 };
  let isFetching = false;
  /** Rows with values that the server may not have: they are not to be fetched again unseen. */
  const patched = new Set<string>();
  let snapshot = takeSnapshot();
  const listeners = new Set<() => void>();

  function takeSnapshot(): ListSnapshot {
    const [shown, shownRows, rowCount] = [ends, rows, lengthOf(ends, total)];
    return {
      rowCount, total: ends.isWhole ? rowCount : total, isLoading, isRefetching, error,
      idAt: (index) => idAt(shown, rowCount, index), placeOf: (id) => placeOf(shown, rowCount, id),
      rowAt: (index) => shownRows.get(idAt(shown, rowCount, index) ?? ''), row: (id) => shownRows.get(id),
    };
  }

  function publish(): void {
    snapshot = takeSnapshot();
    for (const listener of listeners) listener();
  }

  function keepRows(nodes: readonly RecordRow[]): void {
    const fetched = nodes.map((node) => [node.id, node] as const);
    rows = new Map(rows.size + nodes.length > mostRows ? [...nearRows(), ...fetched] : [...rows, ...fetched]);
  }

  /** What people are likely to come back to. */
  function nearRows(): readonly (readonly [string, RecordRow])[] {
    const near = new Set(idsBetween(wanted.first - mostRows / 4, wanted.last + mostRows / 4));
    return [...rows].filter(([id]) => near.has(id) || patched.has(id));
  }

  function idsBetween(first: number, last: number): readonly string[] {
    const length = lengthOf(ends, total);
    const indexes = Array.from({ length: Math.max(0, Math.min(length, last) - Math.max(0, first)) }, (_, index) => Math.max(0, first) + index);
    return indexes.flatMap((index) => idAt(ends, length, index) ?? []);
  }

  /** The next page; far from the wanted rows it takes ids only, and many of them. */
  async function extend(way: 'head' | 'tail'): Promise<void> {
    const onlyIds = distanceTo(way) > ahead + pageSize;
    const { nodes, hasMore, cursor } = await source.fetchPage({ size: onlyIds ? stride : pageSize, cursor: cursors[way], isBackwards: way === 'tail', onlyIds });
    const isMore = hasMore && cursor !== null;
    ends = (way === 'head' ? growHead : growTail)(ends, nodes.map(({ id }) => id), isMore);
    cursors = { ...cursors, [way]: cursor };
    if (!onlyIds) keepRows(nodes);
  }

  /** How many records lie between what is known at an end and the farthest of those wanted. */
  function distanceTo(way: 'head' | 'tail'): number {
    return way === 'head' ? wanted.last - ends.head.length : lengthOf(ends, total) - ends.tail.length - wanted.first;
  }

  /** Works until everything wanted is there; what people have scrolled past meanwhile is not fetched. */
  async function work(): Promise<void> {
    if (isFetching) return;
    isFetching = true;
    try {
      for (let missing = nextMissing(); missing !== null; missing = nextMissing()) {
        if (missing === 'head' || missing === 'tail') await extend(missing);
        else keepRows([...await source.fetchRows(missing)]);
        error = null;
        isLoading = false;
        publish();
      }
    } catch (cause) {
      error = cause instanceof ApiError ? cause : new ApiError({ code: 'INTERNAL', message: String(cause) });
      isLoading = false;
      publish();
    } finally {
      isFetching = false;
    }
  }

  function nextMissing(): 'head' | 'tail' | readonly string[] | null {
    if (ends.head.length === 0 && !ends.isWhole) return 'head';
    const margin = wanted.first > 0 ? ahead : pageSize / 4;
    if (!ends.isWhole && distanceTo('head') > -margin && distanceTo('tail') > 0) {
      // From the end only where its place is known and it is clearly nearer.
      return total !== null && total < mostCounted && distanceTo('tail') + stride < distanceTo('head') ? 'tail' : 'head';
    }
    const missing = idsBetween(wanted.first - 20, wanted.last + 20).filter((id) => !rows.has(id));
    return missing.length > 0 ? missing : null;
  }

  async function count(): Promise<void> {
    try {
      total = await source.fetchCount();
      publish();
    } catch {
      // The list is usable without its length.
    }
  }

  async function refresh(): Promise<void> {
    const isFirst = ends.head.length === 0;
    isRefetching = !isFirst;
    isLoading = isFirst;
    error = null;
    fetchedAt = Date.now();
    publish();
    void count();
    try {
      const { nodes, hasMore, cursor } = await source.fetchPage({ size: pageSize, cursor: null, isBackwards: false, onlyIds: false });
      ends = growHead(noEnds, nodes.map(({ id }) => id), hasMore && cursor !== null);
      rows = new Map(nodes.map((node) => [node.id, node]));
      cursors = { head: cursor, tail: null };
      patched.clear();
    } catch (cause) {
      error = cause instanceof ApiError ? cause : new ApiError({ code: 'INTERNAL', message: String(cause) });
    }
    isLoading = false;
    isRefetching = false;
    publish();
    if (!error) await work();
  }

  return {
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (first, last) => {
      wanted = { first, last };
      if (!isLoading && !isRefetching && !error && nextMissing() !== null) void work();
    },
    refresh,
    patch: (id, values) => {
      const row = rows.get(id);
      if (!row) return;
      patched.add(id);
      rows = new Map(rows).set(id, { ...row, ...values });
      publish();
    },
    remove: (gone) => {
      const before = lengthOf(ends, total);
      const known = [...gone].filter((id) => placeOf(ends, before, id) >= 0).length;
      ends = dropIds(ends, gone);
      if (total !== null) total -= known;
      publish();
    },
    isOlderThan: (milliseconds) => Date.now() - fetchedAt > milliseconds,
  };
}
