import type { ObjectDocument } from '@guanxi/metadata';
import type { Conversion } from '../conversion.js';
import { elementsOf, textOf } from '../xml/read-xml.js';
import { convertRow, type RowSurroundings } from './convert-rows.js';
import type { ImportedRow, RowBatch } from './row-batch.js';

interface TreeRecord {
  readonly attributes?: { readonly type?: string; readonly referenceId?: string };
  readonly [field: string]: unknown;
}

/** The records of custom metadata types, then those of the data files in the order of their plan, parents before children. */
export function convertData(conversion: Conversion, documents: readonly ObjectDocument[]): readonly RowBatch[] {
  const files = inOrder(conversion.project.data);
  const objectOf = new Map(files.flatMap(({ records }) => everyRecord(records).flatMap(({ attributes }) => (attributes?.referenceId === undefined ? [] : [[attributes.referenceId, attributes.type ?? ''] as const]))));
  const surroundings: RowSurroundings = { conversion, documents: new Map(documents.map((document) => [document.name, document])), objectOf };
  return [...metadataRecords(surroundings), ...files.flatMap(({ path, records }) => convertFile(path, records, surroundings))];
}

/** API names of the objects that data files hold records of. */
export function objectsOfData(data: Conversion['project']['data']): readonly string[] {
  return [...new Set(inOrder(data).flatMap(({ records }) => everyRecord(records).flatMap(({ attributes }) => attributes?.type ?? [])))];
}

function inOrder(data: Conversion['project']['data']): readonly { readonly path: string; readonly records: readonly TreeRecord[] }[] {
  const plans = data.flatMap(({ path, content }) => (Array.isArray(content) ? content.map((step: { files?: readonly string[] }) => ({ folder: path.slice(0, path.lastIndexOf('/') + 1), files: step.files ?? [] })) : []));
  const planned = plans.flatMap(({ folder, files }) => files.map((file) => `${folder}${file}`));
  const trees = new Map(data.flatMap(({ path, content }) => (isTree(content) ? [[path, content.records] as const] : [])));
  const rest = [...trees.keys()].filter((path) => !planned.includes(path)).sort();
  return [...planned, ...rest].flatMap((path) => {
    const records = trees.get(path);
    return records ? [{ path, records }] : [];
  });
}

function isTree(content: unknown): content is { readonly records: readonly TreeRecord[] } {
  return typeof content === 'object' && content !== null && Array.isArray((content as { records?: unknown }).records);
}

function everyRecord(records: readonly TreeRecord[]): readonly TreeRecord[] {
  return records.flatMap((record) => [record, ...childrenOf(record).flatMap(({ records: inner }) => everyRecord(inner))]);
}

function childrenOf(record: TreeRecord): readonly { readonly list: string; readonly records: readonly TreeRecord[] }[] {
  return Object.entries(record).flatMap(([list, value]) => (isTree(value) ? [{ list, records: value.records }] : []));
}

function convertFile(path: string, records: readonly TreeRecord[], surroundings: RowSurroundings): readonly RowBatch[] {
  const { book, report } = surroundings.conversion;
  const batches: { object: string; file: string; rows: ImportedRow[] }[] = [];
  const add = (record: TreeRecord, more: ImportedRow['links']): void => {
    const api = record.attributes?.type ?? '';
    const object = book.object(api);
    const origin = { file: path, element: `records of ${api}` };
    if (!object || !surroundings.documents.has(object.name)) {
      report.note(origin, 'left', 'The object is not described in the project.');
      return;
    }
    report.note(origin, 'taken');
    const row = convertRow(record, object, record.attributes?.referenceId, origin, surroundings);
    const last = batches.at(-1);
    const batch = last?.object === object.name ? last : { object: object.name, file: path, rows: [] };
    if (batch !== last) batches.push(batch);
    batch.rows.push({ ...row, links: { ...row.links, ...more } });
    for (const { list, records: inner } of childrenOf(record)) {
      for (const child of inner) add(child, parentLink(child, list, record, surroundings));
    }
  };
  for (const record of records) add(record, {});
  return batches;
}

/** A child that stands within its parent points to it by the lookup that makes the list. */
function parentLink(child: TreeRecord, list: string, parent: TreeRecord, { conversion: { book } }: RowSurroundings): ImportedRow['links'] {
  const object = book.object(child.attributes?.type ?? '');
  const reference = parent.attributes?.referenceId;
  if (!object || reference === undefined) return {};
  const wanted = list.replace(/__r$/, '').toLowerCase();
  const field = [...object.fields.values()].find(({ described }) => described.targets.includes(parent.attributes?.type ?? '') && textOf(described.element, 'relationshipName')?.toLowerCase() === wanted);
  return field ? { [`${field.name}Id`]: { reference } } : {};
}

function metadataRecords(surroundings: RowSurroundings): readonly RowBatch[] {
  const { book, report, project } = surroundings.conversion;
  return project.customMetadata.flatMap(({ path, name, element }): RowBatch[] => {
    const [type = '', record = ''] = name.split('.');
    const object = book.object(`${type}__mdt`);
    const origin = { file: path, element: `custom metadata record ${name}` };
    if (!object || !surroundings.documents.has(object.name)) {
      report.note(origin, 'left', `The custom metadata type ${type}__mdt is not described in the project.`);
      return [];
    }
    report.note(origin, 'taken');
    const values = Object.fromEntries(elementsOf(element, 'values').map((one) => [textOf(one, 'field') ?? '', textOf(one, 'value') ?? null]));
    const linked = Object.fromEntries(Object.entries(values).map(([api, value]) => {
      const field = book.field(object, api);
      const target = field?.described.targets[0]?.replace(/__mdt$/, '');
      return [api, target !== undefined && value !== null ? `@${target}.${value}` : value];
    }));
    const row = convertRow({ MasterLabel: textOf(element, 'label') ?? record, DeveloperName: record, ...linked }, object, name, origin, surroundings);
    return [{ object: object.name, file: path, rows: [row] }];
  });
}
