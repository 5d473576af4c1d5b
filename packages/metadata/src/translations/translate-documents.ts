import type { MetadataDocument } from '../document/documents.js';

type Json = Record<string, unknown>;

const TRANSLATIONS: Readonly<Record<string, string>> = { title: 'titles', pluralTitle: 'pluralTitles', description: 'descriptions', help: 'helps', label: 'labels', message: 'messages', tab: 'tabs', subject: 'subjects', body: 'bodies', text: 'titles' };

/**
 * The documents with texts of one language set by the paths that `listTexts` tells; a blank text takes a translation away.
 * Answers only documents that differ, and the paths that lead nowhere.
 */
export function translateDocuments(
  documents: readonly MetadataDocument[],
  locale: string,
  texts: Readonly<Record<string, string>>,
): { readonly documents: readonly MetadataDocument[]; readonly unknown: readonly string[] } {
  const copies = new Map<string, Json>();
  const unknown: string[] = [];
  for (const [path, text] of Object.entries(texts)) {
    const [address = '', ...parts] = path.split('/').slice(1).map(unescape);
    const document = documents.find(({ kind, name }) => `${kind}:${name}` === address);
    if (!document) {
      unknown.push(path);
      continue;
    }
    const copy = copies.get(address) ?? (structuredClone(document) as unknown as Json);
    if (setText(copy, parts, locale, text.trim())) copies.set(address, copy);
    else unknown.push(path);
  }
  return { documents: [...copies.values()] as unknown as readonly MetadataDocument[], unknown };
}

function unescape(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function setText(document: Json, parts: readonly string[], locale: string, text: string): boolean {
  const key = TRANSLATIONS[parts.at(-1) ?? ''];
  const holder = key && findHolder(document, parts.slice(0, -1));
  if (!key || !holder) return false;
  const place = 'type' in holder && isObject(holder['guanxi']) ? holder['guanxi'] : holder;
  const before = isObject(place[key]) ? place[key] : {};
  const { [locale]: _, ...others } = before;
  const after = text === '' ? others : { ...before, [locale]: text };
  if (Object.keys(after).length === 0) Reflect.deleteProperty(place, key);
  else place[key] = after;
  return true;
}

function findHolder(node: Json, parts: readonly string[]): Json | undefined {
  const [key, ...rest] = parts;
  if (key === undefined) return node;
  if (key === 'values' && !('values' in node)) node['values'] = [];
  const child = node[key];
  if (Array.isArray(child)) return findInList(child, rest);
  return isObject(child) ? findHolder(child, rest) : undefined;
}

/** Values of a picklist are found by the value itself, since only some of them need an entry of their own. */
function findInList(list: unknown[], [key = '', ...rest]: readonly string[]): Json | undefined {
  const byValue = list.find((entry) => isObject(entry) && entry['value'] === key);
  const byIndex: unknown = /^\d+$/.test(key) ? list[Number(key)] : undefined;
  const found = byValue ?? byIndex;
  if (isObject(found)) return findHolder(found, rest);
  if (rest.length !== 0 || key === '') return undefined;
  const added: Json = { value: key };
  list.push(added);
  return added;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
