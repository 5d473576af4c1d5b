import { valueName, type FieldModel, type ObjectModel, type RelationModel } from '@guanxi/metadata';
import type { Preparation } from '../prepare-rows.js';
import type { RecordValues } from '../record-values.js';

/** A lookup of a row that names its record by what it is to be, or by a key of its own. */
export interface NestedLink {
  readonly row: number;
  readonly field: FieldModel;
  readonly target: string;
  readonly create?: RecordValues;
  /** One member: `id`, or the API name of an external id, with its value. */
  readonly connect?: RecordValues;
}

/** What a row says about the records that point to it. */
export interface NestedList {
  readonly row: number;
  readonly relation: RelationModel;
  /** The lookup of those records. */
  readonly field: FieldModel;
  readonly create: readonly RecordValues[];
  readonly connect: readonly string[];
  readonly disconnect: readonly string[];
}

/** Rows without what is nested in them, which stands beside. */
export interface Nested {
  readonly plain: readonly RecordValues[];
  readonly links: readonly NestedLink[];
  readonly lists: readonly NestedList[];
  /** Numbers of the rows that write other records along with their own, many-to-many lists among them. */
  readonly composed: ReadonlySet<number>;
}

/** Undefined where no row has anything nested: the usual case, in which rows are left as they came. */
export function takeNested(rows: readonly RecordValues[], { object, model, access }: Preparation): Nested | undefined {
  if (!rows.some(hasParts)) return undefined;
  const links: NestedLink[] = [];
  const lists: NestedList[] = [];
  const composed = new Set<number>();
  const plain = rows.map((values, row) => {
    const rest: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(values)) {
      const link = readLink(key, value, row, object);
      const list = link ? undefined : readList(key, value, row, object);
      const known = link ? access.objects.has(link.target) : list ? access.objects.has(list.relation.object) : false;
      if (known && link) links.push(link);
      else if (known && list) lists.push(list);
      else rest[key] = value;
      if (known || object.relationByName.get(key)?.through) composed.add(row);
    }
    return rest;
  });
  return composed.size > 0 ? { plain, links, lists, composed } : undefined;

  function readList(key: string, value: unknown, row: number, { relationByName }: ObjectModel): NestedList | undefined {
    const relation = relationByName.get(key);
    const field = relation && model.objectByName.get(relation.object)?.fieldByName.get(relation.field);
    if (!relation || relation.through || !field || !isParts(value)) return undefined;
    const { create, connect, disconnect } = value;
    return { row, relation, field, create: listOf<RecordValues>(create), connect: distinct(listOf<string>(connect)), disconnect: distinct(listOf<string>(disconnect)) };
  }
}

function readLink(key: string, value: unknown, row: number, { fieldByName }: ObjectModel): NestedLink | undefined {
  const field = fieldByName.get(key);
  if (!field?.target || valueName(field) === key || !isParts(value)) return undefined;
  const { create, connect } = value as { create?: RecordValues | null; connect?: RecordValues | null };
  return { row, field, target: field.target, ...(create && { create }), ...(connect && { connect }) };
}

function hasParts(row: RecordValues): boolean {
  for (const key in row) if (isParts(row[key])) return true;
  return false;
}

function isParts(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf<T>(value: unknown): readonly T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
