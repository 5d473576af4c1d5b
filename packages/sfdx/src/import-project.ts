import type { LayoutDocument, MetadataDocument, ObjectDocument } from '@guanxi/metadata';
import { makeId, type Conversion } from './conversion.js';
import { convertApps } from './documents/convert-apps.js';
import { convertLayouts } from './documents/convert-layout.js';
import { convertPermissions, type ConvertedPermissions } from './documents/convert-permissions.js';
import { convertValueSets } from './documents/convert-value-sets.js';
import { convertViews } from './documents/convert-views.js';
import type { Globals } from './formula/find-global.js';
import { NameBook } from './names/name-book.js';
import { convertObject } from './objects/convert-object.js';
import { describeObjects } from './objects/describe-objects.js';
import { people } from './objects/standard-objects.js';
import { readProject } from './project/read-project.js';
import type { SourceProject } from './project/source-project.js';
import { Report, type Origin, type ReportLine } from './report.js';
import { convertData, objectsOfData } from './rows/convert-data.js';
import type { RowBatch } from './rows/row-batch.js';
import { settleDocuments } from './settle-documents.js';
import type { SourceFile } from './source-file.js';
import { elementsOf, textOf } from './xml/read-xml.js';

export interface ImportOptions {
  /** ISO 3166 code of phone numbers without a country; US when not given. */
  readonly country?: string;
  /** Documents that the org has already: their names are not used again. What came from the same project before keeps its names. */
  readonly existing?: readonly MetadataDocument[];
}

export interface ImportedProject {
  /** They check together: `parseDocuments` takes them. */
  readonly documents: readonly MetadataDocument[];
  /** Records to be created after the documents are published, in this order. */
  readonly rows: readonly RowBatch[];
  /** What was taken, changed and left, line by line, in the order of the files. */
  readonly report: readonly ReportLine[];
}

/** A project in Salesforce's source format as documents and rows. Never throws over what a file holds. */
export function importProject(files: readonly SourceFile[], { country = 'US', existing = [] }: ImportOptions = {}): ImportedProject {
  const report = new Report();
  const project = readProject(files, report);
  const known = new Map(existing.map((document) => [`${document.kind}:${document.name}`, document.guanxi.id]));
  const isTaken: Conversion['isTaken'] = (kind, name, id) => known.has(`${kind}:${name}`) && known.get(`${kind}:${name}`) !== id;
  const book = new NameBook(describeObjects(project, objectsOfData(project.data)), (name, api) => isTaken('object', name, makeId('sf', api)));
  const origins = new WeakMap<object, Origin>();
  const valueSets = convertValueSets(project, report, origins, isTaken);
  const conversion: Conversion = { project, book, globals: globalsOf(project), report, valueSets: valueSets.names, country, isTaken, origins };
  noteRest(conversion);
  const permissions = convertPermissions(conversion);
  const documents = settleDocuments(
    [
      ...[...book.objects.values()].map((object) => convertObject(object, conversion)),
      ...valueSets.documents,
      ...assignLayouts(convertLayouts(conversion), permissions, origins),
      ...convertViews(conversion),
      ...permissions.map(({ document }) => document),
      ...convertApps(conversion, permissions),
    ],
    report,
    origins,
  );
  const objects = documents.filter((document): document is ObjectDocument => document.kind === 'object');
  return { documents, rows: convertData(conversion, objects), report: report.lines() };
}

/** Profiles say which layout their holders see for which record type. Layouts that no profile names are for everybody. */
function assignLayouts(layouts: ReturnType<typeof convertLayouts>, permissions: readonly ConvertedPermissions[], origins: WeakMap<object, Origin>): readonly LayoutDocument[] {
  return layouts.map(({ api, document }) => {
    const assigned = permissions.flatMap(({ document: { name }, layouts: own }) => own.filter(({ layout }) => layout === api).map(({ recordType }) => ({ name, recordType })));
    const everybody = assigned.length === 0 || permissions.filter((one) => one.layouts.length > 0).every(({ document: { name } }) => assigned.some((one) => one.name === name));
    const recordTypes = [...new Set(assigned.flatMap(({ recordType }) => recordType ?? []))];
    const complete: LayoutDocument = {
      ...document,
      ...(recordTypes.length > 0 && assigned.every(({ recordType }) => recordType !== undefined) ? { recordTypes } : {}),
      ...(everybody ? {} : { permissionSets: [...new Set(assigned.map(({ name }) => name))] }),
    };
    const origin = origins.get(document);
    if (origin) origins.set(complete, origin);
    return complete;
  });
}

function globalsOf(project: SourceProject): Globals {
  const labels = project.labels.flatMap(({ element }) => elementsOf(element, 'labels').map((label) => [(textOf(label, 'fullName') ?? '').toLowerCase(), textOf(label, 'value') ?? ''] as const));
  const types = new Map(project.objects.map((object) => [object.name, new Map(object.fields.map((field) => [field.name, textOf(field.element, 'type') ?? 'Text']))]));
  const metadata = project.customMetadata.flatMap(({ name, element }) => {
    const [type = '', record = ''] = name.split('.');
    return elementsOf(element, 'values').map((one) => {
      const field = textOf(one, 'field') ?? '';
      const literal = literalOf(types.get(`${type}__mdt`)?.get(field) ?? 'Text', textOf(one, 'value'));
      return [`${type}__mdt.${record}.${field}`.toLowerCase(), literal] as const;
    });
  });
  return { labels: new Map(labels), metadata: new Map(metadata) };
}

function literalOf(type: string, value: string | undefined): string {
  if (type === 'Checkbox') return value === 'true' ? 'TRUE' : 'FALSE';
  if (value === undefined) return type === 'Number' ? 'NULL' : '""';
  if (type === 'Number' || type === 'Percent' || type === 'Currency') return value;
  return type === 'Date' ? `DATEVALUE(${JSON.stringify(value)})` : JSON.stringify(value);
}

/** What is read only for the sake of other things. */
function noteRest({ project, report }: Conversion): void {
  for (const { fields } of project.objects.filter(({ name }) => people.has(name))) {
    for (const { path, name } of fields) report.note({ file: path, element: `field ${name}` }, 'left', 'People have no fields of their own here but name, e-mail address, manager and whether they are active.');
  }
  for (const { path, name } of project.labels) report.note({ file: path, element: `labels ${name}` }, 'changed', 'Custom labels stand in the formulas that use them.');
  for (const { path, name } of project.standardValueSets) report.note({ file: path, element: `standard value set ${name}` }, 'taken');
  for (const { path, name } of project.valueSetTranslations) report.note({ file: path, element: `translation ${name}` }, 'taken');
  for (const { path, name } of project.translations) report.note({ file: path, element: `translation ${name}` }, 'changed', 'The labels of apps, objects, fields, values and rules are translated; the rest of the file was left out.');
}
