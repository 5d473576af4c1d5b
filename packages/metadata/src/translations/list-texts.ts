import type { MetadataDocument, Translations } from '../document/documents.js';
import { jsonPointer } from '../json-pointer.js';

/** A text of an org's documents that people read, and what it is in other languages. */
export interface TranslatableText {
  readonly kind: string;
  readonly name: string;
  /** JSON pointer that begins with the document: `/object:Customer/properties/city/title`. Stays the same in every language. */
  readonly path: string;
  /** What sort of text it is, for filters and for who translates: `title`, `help`, `value` … */
  readonly role: TextRole;
  /** The field, value or section that it belongs to, by its name; absent for the document itself. */
  readonly part?: string;
  readonly text: string;
  readonly translations: Translations;
}

export type TextRole = 'title' | 'plural' | 'description' | 'help' | 'value' | 'message' | 'tab' | 'subject' | 'body';

type Json = Readonly<Record<string, unknown>>;

/** Key of a text, key of its translations, and what sort of text it is. */
const PAIRS: readonly (readonly [text: string, translations: string, role: TextRole])[] = [
  ['title', 'titles', 'title'],
  ['pluralTitle', 'pluralTitles', 'plural'],
  ['description', 'descriptions', 'description'],
  ['help', 'helps', 'help'],
  ['label', 'labels', 'value'],
  ['message', 'messages', 'message'],
  ['tab', 'tabs', 'tab'],
  ['subject', 'subjects', 'subject'],
  ['body', 'bodies', 'body'],
];

/** Other descriptions are for those who design, and have no translations. */
const DESCRIBED: ReadonlySet<string> = new Set(['object', 'workflow', 'app']);

/** Every such text, in the order of the documents. */
export function listTexts(documents: readonly MetadataDocument[]): readonly TranslatableText[] {
  return documents.flatMap((document) => {
    const { kind, name } = document;
    return visit(document as unknown as Json, [`${kind}:${name}`], undefined).map((text) => ({ kind, name, ...text }));
  });
}

type FoundText = Omit<TranslatableText, 'kind' | 'name'>;
type Place = readonly (string | number)[];

function visit(node: Json, place: Place, part: string | undefined): readonly FoundText[] {
  const keyword = isObject(node['guanxi']) && 'type' in node ? node['guanxi'] : undefined;
  const own = PAIRS.flatMap(([key, translationsKey, role]): readonly FoundText[] => {
    const text = node[key];
    if (typeof text !== 'string' || text === '' || (role === 'description' && !isDescribed(node))) return [];
    // An object and a property say under our keyword what JSON Schema has no word for.
    return [{ path: jsonPointer(...place, key), role, ...(part !== undefined && { part }), text, translations: readTranslations((keyword ?? node)[translationsKey]) }];
  });
  return [...own, ...visitWorkflow(node, place, part), ...Object.entries(node).flatMap(([key, child]) => visitChild(key, child, place, part))];
}

/** Of a step, a button or a call: what people read of its settings, among which all else are formulas and names. */
function visitWorkflow(node: Json, place: Place, part: string | undefined): readonly FoundText[] {
  const settings = (key: string, child: unknown): readonly FoundText[] => (isObject(child) ? visitSettings(child, [...place, key], part) : []);
  if (typeof node['action'] === 'string') return settings('input', node['input']);
  return node['kind'] === 'workflow' && isObject(node['trigger']) ? Object.entries(node['trigger']).flatMap(([key, child]) => (isObject(child) ? visitSettings(child, [...place, 'trigger', key], part) : [])) : [];
}

/** Levels of an approval, ways of a branch, questions of a form and what a button asks for. */
const SETTINGS_IN_LISTS = ['levels', 'cases', 'inputs'];

function visitSettings(settings: Json, place: Place, part: string | undefined): readonly FoundText[] {
  const own = ([['title', 'titles'], ['label', 'labels']] as const).flatMap(([key, translationsKey]): readonly FoundText[] => {
    const text = settings[key];
    return typeof text === 'string' && text !== '' ? [{ path: jsonPointer(...place, key), role: 'title', ...(part !== undefined && { part }), text, translations: readTranslations(settings[translationsKey]) }] : [];
  });
  const { message } = settings;
  const refusal: readonly FoundText[] = isObject(message) && typeof message['text'] === 'string' && message['text'] !== ''
    ? [{ path: jsonPointer(...place, 'message', 'text'), role: 'message', ...(part !== undefined && { part }), text: message['text'], translations: readTranslations(message['titles']) }]
    : [];
  return [...own, ...refusal, ...SETTINGS_IN_LISTS.flatMap((key) => visitChild(key, settings[key], place, part))];
}

function visitChild(key: string, child: unknown, place: Place, part: string | undefined): readonly FoundText[] {
  if (OPAQUE.has(key)) return [];
  if (key === 'properties' && isObject(child)) {
    return Object.entries(child).flatMap(([name, property]) => (isObject(property) ? visitProperty(name, property, [...place, key, name]) : []));
  }
  if (Array.isArray(child)) {
    return child.flatMap((entry: unknown, index) => (isObject(entry) ? visit(entry, [...place, key, index], nameOf(entry) ?? part) : []));
  }
  return isObject(child) ? visit(child, [...place, key], part) : [];
}

/** A field without a title is called by its name, and values without labels by themselves: both can be translated all the same. */
function visitProperty(name: string, property: Json, place: Place): readonly FoundText[] {
  const keyword = isObject(property['guanxi']) ? property['guanxi'] : {};
  const titled = typeof property['title'] === 'string' ? property : { ...property, title: name };
  const found = visit({ ...titled, type: property['type'] ?? '', guanxi: withoutValues(keyword) }, place, name);
  return [...found, ...visitValues(property, keyword, place, name)];
}

function visitValues(property: Json, keyword: Json, place: Place, part: string): readonly FoundText[] {
  const allowed = Array.isArray(property['enum']) ? property['enum'].filter((value): value is string => typeof value === 'string') : [];
  const shown = Array.isArray(keyword['values']) ? keyword['values'].filter(isObject) : [];
  return allowed.map((value) => {
    const entry = shown.find((one) => one['value'] === value);
    const label = typeof entry?.['label'] === 'string' ? entry['label'] : value;
    return { path: jsonPointer(...place, 'guanxi', 'values', value, 'label'), role: 'value' as const, part: `${part}: ${value}`, text: label, translations: readTranslations(entry?.['labels']) };
  });
}

/** Holds formulas, names and settings, and nothing that is read as it stands. */
const OPAQUE: ReadonlySet<string> = new Set(['trigger', 'tests', 'where', 'orderBy', 'input', 'objects', 'cells', 'default', 'titles', 'pluralTitles', 'descriptions', 'helps', 'labels', 'messages', 'tabs', 'subjects', 'bodies', 'contents', 'match']);

function withoutValues({ values: _, ...keyword }: Json): Json {
  return keyword;
}

function isDescribed({ kind }: Json): boolean {
  return typeof kind === 'string' && DESCRIBED.has(kind);
}

function nameOf(entry: Json): string | undefined {
  const name = ['name', 'value', 'title', 'id'].map((key) => entry[key]).find((one) => typeof one === 'string');
  return name as string | undefined;
}

function readTranslations(value: unknown): Translations {
  return isObject(value) ? (value as Translations) : {};
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
