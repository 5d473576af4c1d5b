import { fieldType, type JsonValue } from '@guanxi/field-types';
import { graphqlNames, valueName, type FieldModel, type Model, type ObjectModel } from '@guanxi/metadata';
import type { Access } from '@guanxi/query';

/** One column of an export: what is asked of a record for it, and how the answer is written. */
export interface ExportColumn {
  /** Also how an import names the field. */
  readonly heading: string;
  /** GraphQL selection under a key of its own. */
  select(key: string): string;
  write(value: unknown): string;
  /** Records that are read for each row beside the row's own. */
  readonly reads: number;
}

/** Members of a many-to-many list that go into a cell. */
const MOST_LISTED = 100;

/** A column for each name (`city`, `home.city`, `customer.code`), or for every field that can be read; undefined for a name that leads nowhere. */
export function exportColumns(object: ObjectModel, names: readonly string[] | undefined, model: Model, access: Access): (ExportColumn | { readonly unknown: string })[] {
  const readable = access.objects.get(object.name)?.readableFields;
  const isOffered = (field: FieldModel) => (!field.system || field.name === 'id' || field.name === 'owner' || field.name === 'recordType') && field.memberOf === undefined;
  const all = object.fields.filter((field) => readable?.has(field.name) && isOffered(field)).map(({ name }) => name);
  return (names ?? all).map((name) => columnOf(name, object, model, access) ?? { unknown: name });
}

function columnOf(heading: string, object: ObjectModel, model: Model, access: Access): ExportColumn | undefined {
  const [name = '', rest] = heading.split('.');
  const field = fieldOf(object, name, access);
  if (!field) return undefined;
  if (rest === undefined) return wholeColumn(heading, field, object);
  const target = model.objectByName.get(field.target ?? '');
  const far = target && fieldOf(target, rest, access);
  if (far && far.column !== '' && !fieldType(far.value.type).parts) {
    return { heading, reads: 1, select: (key) => `${key}: ${name} { v: ${valueName(far)} }`, write: (value) => cell(far, (value as { v?: JsonValue } | null)?.v) };
  }
  const parts = fieldType(field.value.type).parts ?? {};
  if (!Object.hasOwn(parts, rest)) return undefined;
  return { heading, reads: 0, select: (key) => `${key}: ${name} { v: ${rest} }`, write: (value) => String((value as { v?: JsonValue } | null)?.v ?? '') };
}

function wholeColumn(heading: string, field: FieldModel, object: ObjectModel): ExportColumn | undefined {
  if (field.storage === 'through') {
    const ids = (value: unknown) => (value as { nodes?: readonly { id: string }[] } | null)?.nodes?.map(({ id }) => id) ?? [];
    return { heading, reads: MOST_LISTED, select: (key) => `${key}: ${field.name}(first: ${MOST_LISTED}) { nodes { id } }`, write: (value) => cell(field, { add: ids(value) }) };
  }
  if (field.storage === 'members') {
    const targets = (field.members ?? []).flatMap((member) => object.fieldByName.get(member)?.target ?? []);
    const selected = targets.map((target) => `... on ${target} { id }`).join(' ');
    return { heading, reads: 1, select: (key) => `${key}: ${field.name} { __typename ${selected} }`, write: writePointer };
  }
  const { parts } = fieldType(field.value.type);
  const inner = parts ? ` { ${Object.keys(parts).join(' ')} }` : '';
  return { heading, reads: 0, select: (key) => `${key}: ${valueName(field)}${inner}`, write: (value) => cell(field, withoutBlanks(value)) };
}

function fieldOf(object: ObjectModel, name: string, access: Access): FieldModel | undefined {
  return access.objects.get(object.name)?.readableFields.has(name) ? object.fieldByName.get(name) : undefined;
}

function cell(field: FieldModel, value: JsonValue | undefined): string {
  return value === null || value === undefined ? '' : fieldType(field.value.type).formatText(value, field.value.settings);
}

function writePointer(value: unknown): string {
  const pointer = value as { readonly __typename: string; readonly id: string } | null;
  return pointer ? `${pointer.__typename}:${pointer.id}` : '';
}

/** A value of several pieces without those that are not there, as it is kept. */
function withoutBlanks(value: unknown): JsonValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return (value ?? null) as JsonValue;
  return Object.fromEntries(Object.entries(value as Record<string, JsonValue>).filter(([, piece]) => piece !== null));
}

/** The query of one page of an export; its variables are `where`, `orderBy`, `first` and `after`. */
export function exportQuery(object: ObjectModel, columns: readonly ExportColumn[]): string {
  const { many, where, orderBy } = graphqlNames(object);
  const selected = columns.map((column, index) => column.select(`c${index}`)).join(' ');
  return `query ($where: ${where}, $orderBy: [${orderBy}!], $first: Int, $after: String) {
    page: ${many}(where: $where, orderBy: $orderBy, first: $first, after: $after) { nodes { __typename ${selected} } pageInfo { hasNextPage endCursor } }
  }`;
}
