import { fieldType, type JsonValue } from '@guanxi/field-types';
import { fieldLabel, graphqlNames, valueName, type FieldModel, type Model, type ObjectModel } from '@guanxi/metadata';
import type { Access } from '@guanxi/query';
import type { FileColumn } from '../formats/file-column.js';

/** One column of an export: what is asked of a record for it, and how the answer becomes a value of the file. */
export interface ExportColumn extends FileColumn {
  /** What people call it. */
  readonly title: string;
  /** GraphQL selection under a key of its own. */
  select(key: string): string;
  /** The value in what was answered under that key; null where there is none. */
  read(answer: unknown): JsonValue;
}

/** Members of a many-to-many list that go into a cell. */
const MOST_LISTED = 1_000;
/** Lookups that a column may follow one after another. */
const LONGEST_PATH = 5;

export interface ColumnsPlace {
  readonly model: Model;
  readonly access: Access;
  readonly locale: string;
}

/** A column for each name (`city`, `home.city`, `customer.region.name`), or for every field that can be read; `unknown` for a name that leads nowhere. */
export function exportColumns(object: ObjectModel, names: readonly string[] | undefined, place: ColumnsPlace): (ExportColumn | { readonly unknown: string })[] {
  const readable = place.access.objects.get(object.name)?.readableFields;
  const isOffered = (field: FieldModel) => (!field.system || field.name === 'id' || field.name === 'owner' || field.name === 'recordType') && field.memberOf === undefined;
  const all = object.fields.filter((field) => readable?.has(field.name) && isOffered(field)).map(({ name }) => name);
  return (names ?? all).map((heading) => {
    const column = columnOf(heading.split('.'), object, place);
    return column ? { ...column, heading } : { unknown: heading };
  });
}

type Found = Omit<ExportColumn, 'heading'>;

function columnOf([name = '', ...rest]: readonly string[], object: ObjectModel, place: ColumnsPlace): Found | undefined {
  const field = place.access.objects.get(object.name)?.readableFields.has(name) ? object.fieldByName.get(name) : undefined;
  if (!field) return undefined;
  if (rest.length === 0) return wholeColumn(field, object, place);
  return partColumn(field, rest, place) ?? (rest.length < LONGEST_PATH ? farColumn(field, rest, place) : undefined);
}

/** A piece of a value of several. */
function partColumn(field: FieldModel, [part = '', ...rest]: readonly string[], { locale }: ColumnsPlace): Found | undefined {
  const found = rest.length === 0 && Object.entries(fieldType(field.value.type).parts ?? {}).find(([name]) => name === part)?.[1];
  if (!found) return undefined;
  return {
    title: `${fieldLabel(field, locale)}: ${found.label[locale as 'en'] ?? found.label.en}`,
    cell: 'text',
    isFreeText: found.scalar === 'String',
    select: (key) => `${key}: ${field.name} { v: ${part} }`,
    read: (answer) => within(answer) as JsonValue,
    text: (value) => String(value),
  };
}

/** A field of the record that a lookup points to. */
function farColumn(field: FieldModel, rest: readonly string[], place: ColumnsPlace): Found | undefined {
  const target = place.model.objectByName.get(field.target ?? '');
  const far = target && field.column !== '' ? columnOf(rest, target, place) : undefined;
  return far && {
    ...far,
    title: `${fieldLabel(field, place.locale)}: ${far.title}`,
    select: (key) => `${key}: ${field.name} { ${far.select('v')} }`,
    read: (answer) => (answer === null || answer === undefined ? null : far.read(within(answer))),
  };
}

function wholeColumn(field: FieldModel, object: ObjectModel, { locale }: ColumnsPlace): Found {
  const kind = fieldType(field.value.type);
  const column = {
    title: fieldLabel(field, locale),
    cell: cells[kind.scalar === 'Decimal' || kind.scalar === 'Integer' ? (field.value.type === 'duration' ? 'String' : kind.scalar) : kind.parts || kind.list ? 'String' : kind.scalar],
    isFreeText: kind.scalar === 'String' || kind.scalar === 'JSON' || kind.list === true,
    ...(field.value.type === 'phone' && { isFreeText: false }),
    text: (value: JsonValue) => kind.formatText(value, field.value.settings),
  };
  if (field.storage === 'through') {
    const ids = (answer: unknown) => (answer as { nodes?: readonly { id: string }[] } | null)?.nodes?.map(({ id }) => id) ?? [];
    return {
      ...column,
      cell: 'text',
      select: (key) => `${key}: ${field.name}(first: ${MOST_LISTED}) { nodes { id } }`,
      read: (answer) => (ids(answer).length === 0 ? null : [...ids(answer)]),
      text: (value) => kind.formatText({ add: value }, field.value.settings),
    };
  }
  if (field.storage === 'members') {
    const targets = (field.members ?? []).flatMap((member) => object.fieldByName.get(member)?.target ?? []);
    const selected = targets.map((target) => `... on ${target} { id }`).join(' ');
    return { ...column, cell: 'text', select: (key) => `${key}: ${field.name} { __typename ${selected} }`, read: pointerOf, text: String };
  }
  const inner = kind.parts ? ` { ${Object.keys(kind.parts).join(' ')} }` : '';
  return { ...column, select: (key) => `${key}: ${valueName(field)}${inner}`, read: withoutBlanks };
}

const cells = { Decimal: 'number', Integer: 'number', Boolean: 'boolean', Date: 'date', DateTime: 'moment', Time: 'text', String: 'text', ID: 'text', JSON: 'text' } as const;

function within(answer: unknown): unknown {
  return (answer as { readonly v?: unknown } | null | undefined)?.v ?? null;
}

function pointerOf(answer: unknown): JsonValue {
  const pointer = answer as { readonly __typename: string; readonly id: string } | null;
  return pointer ? `${pointer.__typename}:${pointer.id}` : null;
}

/** A value of several pieces without those that are not there, as it is kept. */
function withoutBlanks(answer: unknown): JsonValue {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return (answer ?? null) as JsonValue;
  return Object.fromEntries(Object.entries(answer as Record<string, JsonValue>).filter(([, piece]) => piece !== null));
}

/** The list of an export as the API is asked for it; its variables are `where`, `orderBy` and `search`. */
export function exportQuery(object: ObjectModel, columns: readonly ExportColumn[]): string {
  const { many, where, orderBy } = graphqlNames(object);
  const selected = columns.map((column, index) => column.select(`c${index}`)).join(' ');
  return `query ($where: ${where}, $orderBy: [${orderBy}!], $search: String) { list: ${many}(where: $where, orderBy: $orderBy, search: $search, first: 1) { nodes { __typename ${selected} } } }`;
}
