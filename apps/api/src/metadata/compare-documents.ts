import { jsonPointer, type MetadataDocument } from '@guanxi/metadata';

/** One document in two revisions, with every place in which they differ. */
export interface DocumentDifference {
  readonly kind: string;
  /** As it is in the later one, or was. */
  readonly name: string;
  readonly event: 'added' | 'changed' | 'removed';
  readonly changes: readonly ValueDifference[];
}

export interface ValueDifference {
  /** JSON pointer into the document; a thing with an id or name in a list is known by it. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Documents are the same by their ids, whatever they are called; properties of an object by theirs. */
export function compareDocuments(from: readonly MetadataDocument[], to: readonly MetadataDocument[]): readonly DocumentDifference[] {
  const before = new Map(from.map((document) => [document.guanxi.id, document]));
  const after = new Set(to.map((document) => document.guanxi.id));
  return [
    ...to.flatMap((document): readonly DocumentDifference[] => {
      const earlier = before.get(document.guanxi.id);
      if (!earlier) return [{ kind: document.kind, name: document.name, event: 'added', changes: [{ path: '', after: document }] }];
      const changes = earlier === document ? [] : compareValues([], earlier, document);
      return changes.length > 0 ? [{ kind: document.kind, name: document.name, event: 'changed', changes }] : [];
    }),
    ...from.filter(({ guanxi }) => !after.has(guanxi.id)).map((document): DocumentDifference => ({ kind: document.kind, name: document.name, event: 'removed', changes: [{ path: '', before: document }] })),
  ];
}

function compareValues(path: readonly (string | number)[], before: unknown, after: unknown): readonly ValueDifference[] {
  if (Object.is(before, after)) return [];
  const entries = sharedEntries(before, after);
  // What has no parts to tell apart is compared as it is written.
  if (!entries) return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path: jsonPointer(...path), ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  const inside = entries.flatMap(({ key, from, to }) => compareValues([...path, key], from, to));
  return inside.length === 0 && hasOtherOrder(before, after) ? [{ path: jsonPointer(...path), before: orderOf(before), after: orderOf(after) }] : inside;
}

interface Entry {
  readonly key: string;
  readonly from: unknown;
  readonly to: unknown;
}

function sharedEntries(before: unknown, after: unknown): readonly Entry[] | undefined {
  const [left, right] = [membersOf(before), membersOf(after)];
  if (!left || !right || Array.isArray(before) !== Array.isArray(after)) return undefined;
  return [...new Set([...left.keys(), ...right.keys()])].map((key) => ({ key, from: left.get(key), to: right.get(key) }));
}

/** Of a list only when everything in it can be told apart. */
function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const keys = value.map(keyOf);
  return keys.every((key) => key !== undefined) && new Set(keys).size === keys.length ? new Map(value.map((one, index) => [keys[index] ?? '', one])) : undefined;
}

function keyOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, name, value: own, field } = value as Record<string, unknown>;
  return [id, name, own, field].find((one) => typeof one === 'string') as string | undefined;
}

const orderOf = (value: unknown): readonly string[] => [...(membersOf(value)?.keys() ?? [])];

/** The order of fields and of things in lists means something; that of keywords does not. */
function hasOtherOrder(before: unknown, after: unknown): boolean {
  const isOrdered = Array.isArray(before) || orderOf(before).every((key) => typeof (before as Record<string, unknown>)[key] === 'object');
  return isOrdered && orderOf(before).join('\n') !== orderOf(after).join('\n');
}
