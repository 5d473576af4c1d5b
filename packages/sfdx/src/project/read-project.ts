import type { Report } from '../report.js';
import type { SourceFile } from '../source-file.js';
import { elementsOf, readXml, textOf, type XmlElement } from '../xml/read-xml.js';
import { leftKinds } from './left-kinds.js';
import type { SourceItem, SourceObject, SourceProject } from './source-project.js';

const PARTS = ['fields', 'recordTypes', 'validationRules', 'listViews', 'compactLayouts'] as const;
type Part = (typeof PARTS)[number];

/** What the files of these endings describe. */
const PART_OF: Readonly<Record<string, Part>> = {
  field: 'fields', recordType: 'recordTypes', validationRule: 'validationRules', listView: 'listViews', compactLayout: 'compactLayouts',
};
type Kind = Exclude<keyof SourceProject, 'objects' | 'data' | 'title'>;
const KIND_OF: Readonly<Record<string, Kind>> = {
  globalValueSet: 'globalValueSets', standardValueSet: 'standardValueSets', layout: 'layouts', permissionset: 'permissionSets', profile: 'profiles',
  tab: 'tabs', app: 'apps', md: 'customMetadata', labels: 'labels', objectTranslation: 'objectTranslations', fieldTranslation: 'fieldTranslations',
  translation: 'translations', globalValueSetTranslation: 'valueSetTranslations', standardValueSetTranslation: 'valueSetTranslations',
};

const META = /(?:^|\/)([^/]+?)\.([A-Za-z]+)-meta\.xml$/;
/** The older format, where an object is one file with all its parts. */
const PLAIN = /(?:^|\/)([^/]+?)\.(object|layout|permissionset|profile|tab|app|globalValueSet|standardValueSet|md|labels|objectTranslation|translation)$/;

/** Sorts the files of a project. What nothing can be made of is reported as left. */
export function readProject(files: readonly SourceFile[], report: Report): SourceProject {
  const sorted: Record<Kind, SourceItem[]> = {
    globalValueSets: [], standardValueSets: [], layouts: [], permissionSets: [], profiles: [], tabs: [], apps: [], customMetadata: [],
    labels: [], objectTranslations: [], fieldTranslations: [], translations: [], valueSetTranslations: [],
  };
  const objects = new Map<string, { item?: SourceItem; parts: Record<Part, SourceItem[]> }>();
  const partsOf = (name: string) => {
    const known = objects.get(name) ?? { parts: { fields: [], recordTypes: [], validationRules: [], listViews: [], compactLayouts: [] } };
    objects.set(name, known);
    return known;
  };
  for (const { path, text } of files.toSorted((left, right) => (left.path < right.path ? -1 : 1))) {
    const [, name = '', ending = ''] = META.exec(path) ?? PLAIN.exec(path) ?? [];
    const part = PART_OF[ending];
    const kind = KIND_OF[ending];
    if (ending === '') continue;
    if (ending !== 'object' && !part && !kind) {
      report.note({ file: path, element: `${ending} ${name}` }, 'left', leftKinds[ending] ?? `There is nothing like a "${ending}" here.`);
      continue;
    }
    const read = readXml(text);
    if (!read.ok) {
      report.note({ file: path, element: `${ending} ${name}` }, 'left', read.reason);
      continue;
    }
    const item = { path, name: decodeName(name), element: read.root };
    if (ending === 'object') {
      const object = partsOf(item.name);
      object.item = item;
      for (const each of PARTS) object.parts[each].push(...inner(item, each));
    } else if (part) {
      const owner = /(?:^|\/)objects\/([^/]+)\//.exec(path)?.[1];
      if (owner === undefined) report.note({ file: path, element: `${ending} ${name}` }, 'left', 'The file stands in no object\'s folder.');
      else partsOf(owner).parts[part].push({ ...item, name: textOf(item.element, 'fullName') ?? item.name });
    } else if (kind) {
      sorted[kind].push(item);
    }
  }
  return {
    title: titleOf(files),
    objects: [...objects].map(([name, { item, parts }]): SourceObject => ({ path: item?.path ?? parts.fields[0]?.path ?? '', name, element: item?.element ?? {}, ...onceEach(parts) })),
    ...sorted,
    data: files.flatMap(({ path, text }) => (/(?:^|\/)data\/.*\.json$/.test(path) ? [{ path, content: parseJson(path, text, report) }] : [])),
  };
}

/** A project may have several package folders; the first that describes something counts. */
function onceEach(parts: Record<Part, SourceItem[]>): Record<Part, SourceItem[]> {
  const once = (items: readonly SourceItem[]) => [...new Map(items.toReversed().map((item) => [item.name.toLowerCase(), item])).values()].reverse();
  return Object.fromEntries(Object.entries(parts).map(([part, items]) => [part, once(items)])) as Record<Part, SourceItem[]>;
}

function inner(item: SourceItem, part: Part): SourceItem[] {
  return elementsOf(item.element, part).flatMap((element: XmlElement) => {
    const name = textOf(element, 'fullName');
    return name === undefined ? [] : [{ path: item.path, name, element }];
  });
}

/** Names of layouts and the like are written with %28 for a bracket. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function parseJson(path: string, text: string, report: Report): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (failure) {
    report.note({ file: path, element: 'data' }, 'left', `The file is not JSON: ${(failure as Error).message}`);
    return undefined;
  }
}

function titleOf(files: readonly SourceFile[]): string {
  const file = files.find(({ path }) => path === 'sfdx-project.json');
  try {
    const project = JSON.parse(file?.text ?? '{}') as { name?: string; packageDirectories?: readonly { package?: string; default?: boolean }[] };
    return project.packageDirectories?.find(({ package: named }) => named !== undefined)?.package ?? project.name ?? 'Salesforce';
  } catch {
    return 'Salesforce';
  }
}
