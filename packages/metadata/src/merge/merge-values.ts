import { isEqual } from '../plan/is-equal.js';

/** A place in a document, by the parts of a JSON pointer. */
export type Place = readonly (string | number)[];

export interface Disagreement {
  readonly place: Place;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Taken {
  readonly place: Place;
  readonly before: unknown;
  readonly after: unknown;
}

export interface MergeLog {
  /** Asked where both sides say something different; its answer is what stays. */
  decide(disagreement: Disagreement): unknown;
  /** Told of everything that comes from their side. */
  take(taken: Taken): void;
}

interface Three {
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** Three-way merge of JSON values; undefined is a key that is not there. */
export function mergeValues(three: Three, place: Place, log: MergeLog): unknown {
  const { base, mine, theirs } = three;
  if (isEqual(mine, theirs) || isEqual(base, theirs)) return mine;
  if (isObject(mine) && isObject(theirs) && (isObject(base) || base === undefined)) return mergeObjects({ base: base ?? {}, mine, theirs }, place, log);
  if (isList(mine) && isList(theirs) && (isList(base) || base === undefined)) {
    const merged = mergeLists({ base: base ?? [], mine, theirs }, place, log);
    if (merged) return merged;
  }
  if (isEqual(base, mine)) {
    log.take({ place, before: mine, after: theirs });
    return theirs;
  }
  return log.decide({ place, base, mine, theirs });
}

type Json = Readonly<Record<string, unknown>>;

function mergeObjects({ base, mine, theirs }: { base: Json; mine: Json; theirs: Json }, place: Place, log: MergeLog): Json {
  const keys = mergeOrder(Object.keys(mine), Object.keys(theirs));
  const entries = keys.map((key) => [key, mergeValues({ base: own(base, key), mine: own(mine, key), theirs: own(theirs, key) }, [...place, key], log)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function own(object: Json, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Lists whose entries can be told apart merge entry by entry; others are one value. */
function mergeLists({ base, mine, theirs }: { base: readonly unknown[]; mine: readonly unknown[]; theirs: readonly unknown[] }, place: Place, log: MergeLog): readonly unknown[] | undefined {
  const keyed = [base, mine, theirs].map(keyEntries);
  const [before, ours, others] = keyed;
  if (!before || !ours || !others) return undefined;
  const order = isReordered(before, ours) ? mergeOrder([...ours.keys()], [...others.keys()]) : mergeOrder([...others.keys()], [...ours.keys()]);
  const moved = isReordered(before, others);
  if (moved && isReordered(before, ours) && !isEqual(commonOrder(ours, others), commonOrder(others, ours))) return undefined;
  return order.flatMap((key) => {
    const value = mergeValues({ base: before.get(key), mine: ours.get(key), theirs: others.get(key) }, [...place, key], log);
    return value === undefined ? [] : [value];
  });
}

/** The names by which entries of lists are known, the first that an entry has. */
const ENTRY_KEYS = ['id', 'name', 'value', 'relation', 'field', 'title'];

/** Undefined where two entries could not be told apart. */
function keyEntries(list: readonly unknown[]): ReadonlyMap<string, unknown> | undefined {
  const entries = new Map<string, unknown>();
  for (const entry of list) {
    const key = keyOf(entry);
    if (key === undefined || entries.has(key)) return undefined;
    entries.set(key, entry);
  }
  return entries;
}

function keyOf(entry: unknown): string | undefined {
  if (typeof entry === 'string' || typeof entry === 'number') return String(entry);
  if (!isObject(entry)) return undefined;
  const name = ENTRY_KEYS.find((key) => typeof entry[key] === 'string');
  return name && String(entry[name]);
}

function isReordered(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): boolean {
  return !isEqual(commonOrder(before, after), commonOrder(after, before));
}

function commonOrder(of: ReadonlyMap<string, unknown>, among: ReadonlyMap<string, unknown>): readonly string[] {
  return [...of.keys()].filter((key) => among.has(key));
}

/** All of both: the first in its order, what only the second has after the entry it follows there. */
function mergeOrder(first: readonly string[], second: readonly string[]): readonly string[] {
  const order = [...first];
  const present = new Set(first);
  second.forEach((key, index) => {
    if (present.has(key)) return;
    const before = second.slice(0, index).findLast((other) => present.has(other));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
    present.add(key);
  });
  return order;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
