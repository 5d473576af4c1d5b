import type { MetadataDocument } from '@guanxi/metadata';
import type { Usage } from '../../documents/document-types.js';

type Json = { [key: string]: unknown };
type Key = string;

interface UseEdit {
  /** The documents that have to be saved together with the object. */
  readonly documents: readonly MetadataDocument[];
  /** Places that only a person can mend. */
  readonly left: readonly Usage[];
}

/** The documents that name a field, with its new name in every place: plain names, keys and formulas. */
export function renameFieldUses(documents: readonly MetadataDocument[], uses: readonly Usage[], from: string, to: string): UseEdit {
  return editUses(documents, uses, (parent, key) => {
    if (key === from || key === `${from}Id`) {
      const next = key === from ? to : `${to}Id`;
      replaceKeys(parent, (one) => (one === key ? next : one));
      return true;
    }
    const value = parent[key];
    if (value === from) parent[key] = to;
    else if (typeof value === 'string') parent[key] = renameInFormula(value, from, to);
    return typeof value === 'string';
  });
}

/** What goes with the fields by itself: their own keywords and their translations. Whoever asks over the API is told, not held up. */
export function splitUses(uses: readonly Usage[], object: string, going: readonly string[]): { readonly places: readonly Usage[]; readonly clients: readonly Usage[] } {
  const isOwn = ({ path }: Usage) => going.some((name) => path.startsWith(`/object:${object}/properties/${name}/`));
  const places = new Map(uses.filter((use) => use.kind !== 'api' && !isOwn(use)).map((use) => [use.path, use]));
  return { places: [...places.values()], clients: uses.filter(({ kind }) => kind === 'api') };
}

/** Where the places of a renamed field of an object are now. */
export function movePaths(uses: readonly Usage[], object: string, from: string, to: string): readonly Usage[] {
  const before = `/object:${object}/properties/${from}/`;
  return uses.filter(({ kind }) => kind !== 'api').map((use) => (use.path.startsWith(before) ? { ...use, path: `/object:${object}/properties/${to}/${use.path.slice(before.length)}` } : use));
}

/** The documents that name a field, without it: columns, cells and exceptions go; formulas and steps are left to people. */
export function dropFieldUses(documents: readonly MetadataDocument[], uses: readonly Usage[]): UseEdit {
  // From the end, so that the places in front keep their numbers.
  return editUses(documents, [...uses].reverse(), (parent, key, path) => {
    if (/\/(?:columns|cells|orderBy|header|compact|person|match)\/\d+(?:\/field)?$/.test(path)) return 'entry';
    // An exception of a permission set, the values of a record type, where the message of a rule is shown.
    if (/\/(?:fields|recordTypes\/\d+\/values)\/[^/]+$|\/rules\/\d+\/field$/.test(path) && !Array.isArray(parent)) {
      Reflect.deleteProperty(parent, key);
      return true;
    }
    return false;
  });
}

/** Outside of quoted text, a name that stands alone or after a point. */
export function renameInFormula(formula: string, from: string, to: string): string {
  const name = new RegExp(`(?<![\\w$])${from}(?![\\w$])`, 'g');
  return formula.split(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/).map((part, index) => (index % 2 === 1 ? part : part.replace(name, to))).join('');
}

type EditPlace = (parent: Json, key: Key, path: string) => boolean | 'entry';

function editUses(documents: readonly MetadataDocument[], uses: readonly Usage[], edit: EditPlace): UseEdit {
  const copies = new Map<string, Json>();
  const left = uses.filter((use) => {
    const original = documents.find(({ kind, name }) => kind === use.kind && name === use.name);
    if (!original) return true;
    const id = `${use.kind}:${use.name}`;
    const copy = copies.get(id) ?? structuredClone(original) as unknown as Json;
    copies.set(id, copy);
    const keys = use.path.split('/').slice(2).map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'));
    const parent = follow(copy, keys.slice(0, -1));
    const last = keys.at(-1);
    if (!parent || last === undefined) return true;
    const outcome = edit(parent, last, use.path);
    if (outcome !== 'entry') return !outcome;
    const place = last === 'field' ? keys.slice(0, -1) : keys;
    const list = follow(copy, place.slice(0, -1));
    if (!Array.isArray(list)) return true;
    // A list of columns, or of what is compared, may not become empty.
    if (list.length === 1 && (place.at(-2) === 'columns' || place.at(-2) === 'match')) return true;
    list.splice(Number(place.at(-1)), 1);
    return false;
  });
  return { documents: [...copies.values()] as unknown as MetadataDocument[], left };
}

function follow(start: Json, keys: readonly string[]): Json | undefined {
  let place: unknown = start;
  for (const key of keys) {
    if (typeof place !== 'object' || place === null) return undefined;
    place = (place as Json)[key];
  }
  return typeof place === 'object' && place !== null ? place as Json : undefined;
}

/** Keeps the order of the keys. */
function replaceKeys(place: Json, rename: (key: string) => string): void {
  const entries = Object.entries(place);
  for (const [key] of entries) Reflect.deleteProperty(place, key);
  for (const [key, value] of entries) place[rename(key)] = value;
}
