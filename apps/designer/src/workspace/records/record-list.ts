import { ApiError } from '../../api/index.js';
import type { RecordRow } from './record-row.js';

export interface ListPageAnswer {
  readonly nodes: readonly RecordRow[];
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** How a list reaches its records. `ids` pages carry nothing but ids, to come far down a list quickly. */
export interface ListSource {
  fetchPage(wish: { readonly first: number; readonly after: string | null; readonly onlyIds: boolean }): Promise<ListPageAnswer>;
  fetchRows(ids: readonly string[]): Promise<readonly RecordRow[]>;
  fetchCount(): Promise<number>;
}

export interface ListSnapshot {
  readonly ids: readonly string[];
  /** All records of the list, loaded or not; what is known of it so far until the count has come. */
  readonly rowCount: number;
  readonly total: number | null;
  readonly isLoading: boolean;
  readonly isRefetching: boolean;
  readonly error: ApiError | null;
  rowAt(index: number): RecordRow | undefined;
  row(id: string): RecordRow | undefined;
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

/** A list of any length as a window: ids in order as far as people have come, rows by id where they have looked. */
export function createRecordList(source: ListSource): RecordList {
  let ids: readonly string[] = [];
  let rows = new Map<string, RecordRow>();
  let cursor: string | null = null;
  let isComplete = false;
  let total: number | null = null;
  let error: ApiError | null = null;
  let isLoading = true;
  let isRefetching = false;
  let fetchedAt = 0;
  let wanted = { first: 0, last: 0 };
  let isFetching = false;
  let snapshot = takeSnapshot();
  const listeners = new Set<() => void>();

  function takeSnapshot(): ListSnapshot {
    const [shownIds, shownRows] = [ids, rows];
    const rowCount = isComplete ? ids.length : Math.max(total ?? 0, ids.length);
    return { ids, rowCount, total: isComplete ? ids.length : total, isLoading, isRefetching, error, rowAt: (index) => shownRows.get(shownIds[index] ?? ''), row: (id) => shownRows.get(id) };
  }

  function publish(): void {
    snapshot = takeSnapshot();
    for (const listener of listeners) listener();
  }

  function keepRows(nodes: readonly RecordRow[]): void {
    rows = new Map(rows);
    for (const node of nodes) rows.set(node.id, node);
  }

  /** The next page; far from the wanted rows it takes ids only, and many of them. */
  async function extend(): Promise<void> {
    const onlyIds = wanted.last - ids.length > 2 * pageSize;
    const page = await source.fetchPage({ first: onlyIds ? stride : pageSize, after: cursor, onlyIds });
    const known = new Set(ids);
    ids = [...ids, ...page.nodes.map(({ id }) => id).filter((id) => !known.has(id))];
    if (!onlyIds) keepRows(page.nodes);
    cursor = page.endCursor;
    isComplete = !page.hasNextPage || page.endCursor === null;
  }

  /** Works until everything wanted is there; what people have scrolled past meanwhile is not fetched. */
  async function work(): Promise<void> {
    if (isFetching) return;
    isFetching = true;
    try {
      for (let missing = nextMissing(); missing !== null; missing = nextMissing()) {
        if (missing === 'page') await extend();
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

  function nextMissing(): 'page' | readonly string[] | null {
    if (!isComplete && (ids.length === 0 || wanted.last >= ids.length - pageSize / 4)) return 'page';
    const missing = ids.slice(Math.max(0, wanted.first - 20), wanted.last + 20).filter((id) => !rows.has(id));
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
    const isFirst = ids.length === 0;
    isRefetching = !isFirst;
    isLoading = isFirst;
    error = null;
    fetchedAt = Date.now();
    publish();
    void count();
    try {
      const page = await source.fetchPage({ first: pageSize, after: null, onlyIds: false });
      ids = page.nodes.map(({ id }) => id);
      rows = new Map(page.nodes.map((node) => [node.id, node]));
      cursor = page.endCursor;
      isComplete = !page.hasNextPage || page.endCursor === null;
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
      rows = new Map(rows).set(id, { ...row, ...values });
      publish();
    },
    remove: (gone) => {
      const before = ids.length;
      ids = ids.filter((id) => !gone.has(id));
      if (total !== null) total -= before - ids.length;
      publish();
    },
    isOlderThan: (milliseconds) => Date.now() - fetchedAt > milliseconds,
  };
}
