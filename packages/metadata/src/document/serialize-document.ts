import type { MetadataDocument } from './documents.js';

/** Keys that come first, in this order. */
const order = [
  '$schema', 'kind', 'name', 'id', 'action', 'title', 'titles', 'description', 'descriptions', 'folder', 'version', 'channel', 'object', 'relation', 'field', 'type', 'format',
  'trigger', 'when', 'steps', 'since', 'after', 'input', 'paths', 'properties', 'required', 'columns', 'where', 'orderBy', 'direction', 'sections', 'cells',
  'relatedLists', 'objects', 'navigation', 'value', 'label', 'color', 'labels', 'subject', 'subjects', 'body', 'bodies', 'read', 'create', 'edit', 'delete', 'fields',
];

/** Keys inside the object's own keyword and a field's. */
const keywordOrder = ['id', 'type'];

/** Their keys are names that people chose: their order says something, and is kept. */
const named = new Set(['properties', 'objects', 'fields', 'values', 'where', 'input', 'paths']);

/** The one text of a document as a file: two blanks, keys in a fixed order, a line break at the end. */
export function serializeDocument(document: MetadataDocument): string {
  return `${JSON.stringify(arrange(document, ''), undefined, 2)}\n`;
}

function arrange(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((item) => arrange(item, ''));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  const sorted = named.has(key) ? entries : sortByRank(entries, key === 'guanxi' ? keywordOrder : order);
  return Object.fromEntries(sorted.map(([name, entry]) => [name, arrange(entry, name)]));
}

/** Keys without a rank come after the others, in alphabetical order; the keyword of ours is always last. */
function sortByRank(entries: readonly [string, unknown][], ranks: readonly string[]): readonly [string, unknown][] {
  const rank = (name: string): number => (name === 'guanxi' ? ranks.length + 1 : ranks.includes(name) ? ranks.indexOf(name) : ranks.length);
  return entries.toSorted(([left], [right]) => rank(left) - rank(right) || (left < right ? -1 : 1));
}
