import type { ObjectDescription } from '@guanxi/metadata';
import { recordsRequest } from '../../api/index.js';
import { createRecordList, type ListPageWish, type RecordList } from './record-list.js';
import { countQuery, pageQuery, type OrderBy, type Where } from './record-queries.js';
import type { RecordRow } from './record-row.js';

export interface ListQuestion {
  readonly object: ObjectDescription;
  readonly select: string;
  readonly where?: Where | undefined;
  readonly orderBy?: OrderBy | undefined;
  readonly search?: string | undefined;
}

interface KeptList { readonly object: string; readonly list: RecordList }

/** Lists stay for the way back from a record; the ones used longest ago go first. */
const keptCount = 8;
const kept = new Map<string, KeptList>();
let current: RecordWalk | null = null;
let currentObject = '';

export function findRecordList(question: ListQuestion): RecordList {
  const { object, select, where, orderBy, search } = question;
  const key = JSON.stringify([object.name, select, where, orderBy, search]);
  const found = kept.get(key) ?? { object: object.name, list: createRecordList(sourceOf(question)) };
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of kept.keys()) if (kept.size > keptCount) kept.delete(oldest);
  return found.list;
}

/** A list that is not kept for the way back: one of several that a page shows together. */
export function createQuestionList(question: ListQuestion): RecordList {
  return createRecordList(sourceOf(question));
}

const shown = new Set<KeptList>();

/** Follows a list while it is seen: writes elsewhere reach it like those that are kept. Answers how to end it. */
export function showList(object: string, list: RecordList, onChange: () => void): () => void {
  const entry: KeptList = { object, list };
  shown.add(entry);
  const unsubscribe = list.subscribe(onChange);
  return () => {
    shown.delete(entry);
    unsubscribe();
  };
}

function listsOf(object: string): readonly RecordList[] {
  return [...kept.values(), ...shown].filter((each) => each.object === object).map(({ list }) => list);
}

/** Where a record stands in the list it was opened from; empty where it came from elsewhere. */
export interface Neighbours {
  readonly previous?: string;
  readonly next?: string;
  /** From 1. */
  readonly position?: number;
  readonly count?: number;
}

/** Records in the order that people see them in. */
export interface RecordWalk {
  neighboursOf(id: string): Neighbours;
  row(id: string): RecordRow | undefined;
}

/** The list that a record was opened from, for going on to its neighbours. */
export function setCurrentList(object: string, list: RecordList): void {
  setCurrentWalk(object, {
    neighboursOf: (id) => {
      const { idAt, placeOf, rowCount } = list.getSnapshot();
      const at = placeOf(id);
      if (at < 0) return {};
      const [previous, next] = [idAt(at - 1), idAt(at + 1)];
      return { position: at + 1, count: rowCount, ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
    },
    row: (id) => list.getSnapshot().row(id),
  });
}

/** The same for records that stand in several lists under one another. */
export function setCurrentWalk(object: string, walk: RecordWalk): void {
  [currentObject, current] = [object, walk];
}

export function neighboursOf(object: string, id: string): Neighbours {
  return (currentObject === object ? current?.neighboursOf(id) : undefined) ?? {};
}

/** A record as the lists have it now. */
export function rowOfLists(object: string, id: string): RecordRow | undefined {
  const own = currentObject === object ? current?.row(id) : undefined;
  if (own) return own;
  return listsOf(object).map((list) => list.getSnapshot().row(id)).find((row) => row !== undefined);
}

/** Lays values over a record in every list that shows it. */
export function patchLists(object: string, id: string, values: Readonly<Record<string, unknown>>): void {
  for (const list of listsOf(object)) list.patch(id, values);
}

export function removeFromLists(object: string, ids: readonly string[]): void {
  const gone = new Set(ids);
  for (const list of listsOf(object)) list.remove(gone);
}

/** After a write every list of the object may have changed: who is in it, and in which order. Others ask when they are opened. */
export function forgetLists(object: string, except: RecordList | null = null): void {
  for (const [key, each] of [...kept]) if (each.object === object && each.list !== except) kept.delete(key);
}

/** What stands on a list that people keep has changed: those that ask for it, also the one on the page, ask again. */
export function refreshListsOf(object: string, keptList: string): void {
  for (const [key, each] of kept) if (each.object === object && key.includes(keptList)) void each.list.refresh();
}

function sourceOf({ object, select, where, orderBy, search }: ListQuestion) {
  const fetch = async (wish: Parameters<typeof pageQuery>[1]) => {
    const { query, variables } = pageQuery(object, wish);
    return (await recordsRequest<{ page: { nodes: RecordRow[]; pageInfo: { hasMore: boolean; cursor: string | null } } }>(query, variables)).page;
  };
  return {
    fetchPage: async ({ size, cursor, isBackwards, onlyIds }: ListPageWish) => {
      const { nodes, pageInfo } = await fetch({ select: onlyIds ? 'id' : select, where, orderBy, search, size, cursor, isBackwards });
      return { nodes, ...pageInfo };
    },
    fetchRows: async (ids: readonly string[]) => (await fetch({ select, size: ids.length, where: { id: { in: ids } } })).nodes,
    fetchCount: async () => {
      const { query, variables } = countQuery(object, { where, search });
      return (await recordsRequest<{ counted: { totalCount: number } }>(query, variables)).counted.totalCount;
    },
  };
}
