import type { SourceItem, SourceObject, SourceProject } from '../project/source-project.js';
import { textOf, textsOf, type XmlElement } from '../xml/read-xml.js';
import type { DescribedField, DescribedObject } from './described-object.js';
import { people, standardObjects } from './standard-objects.js';

/** The objects of a project with all their fields, and the standard objects that they, or data, point to. `wanted` names more. */
export function describeObjects(project: SourceProject, wanted: readonly string[]): readonly DescribedObject[] {
  const found = new Map<string, DescribedObject>();
  const sources = new Map(withActivities(project.objects).map((object) => [object.name, object]));
  const open = [...sources.keys(), ...wanted, ...shownObjects(project)];
  const formulas = textOfFormulas(project);
  for (let name = open.shift(); name !== undefined; name = open.shift()) {
    const source = sources.get(name);
    if (found.has(name) || people.has(name) || (source === undefined && standardObjects[name] === undefined)) continue;
    const described = describe(name, source);
    if (!described) continue;
    found.set(name, described);
    // Only what the project itself points to or follows draws a standard object in: the usual lookups would draw in them all.
    const isFollowed = ({ relationship = '' }: DescribedField) => source !== undefined && formulas.has(relationship.toLowerCase());
    open.push(...described.fields.filter((field) => field.targets.length > 0 && (!field.standard || isFollowed(field))).flatMap(({ targets }) => targets));
  }
  return [...found.values()].map((object) => ({ ...object, fields: object.fields.filter((field) => !field.standard || field.targets.length === 0 || field.targets.some((target) => found.has(target) || people.has(target))) }));
}

/** Fields of activities belong to tasks and events. */
function withActivities(objects: readonly SourceObject[]): readonly SourceObject[] {
  const activity = objects.find(({ name }) => name === 'Activity');
  if (!activity) return objects;
  const others = objects.filter(({ name }) => name !== 'Activity');
  return [...others.filter(({ name }) => name !== 'Task' && name !== 'Event'), ...['Task', 'Event'].map((name) => {
    const own = others.find((object) => object.name === name) ?? { ...NOTHING, name, path: activity.path };
    return { ...own, fields: [...own.fields, ...activity.fields] };
  })];
}

/** Standard objects that tabs, apps and layouts of the project show. */
function shownObjects({ apps, layouts }: SourceProject): readonly string[] {
  const tabs = apps.flatMap(({ element }) => textsOf(element, 'tabs').flatMap((tab) => (tab.startsWith('standard-') ? [tab.slice('standard-'.length)] : [])));
  return [...new Set([...tabs, ...layouts.map(({ name }) => name.slice(0, name.indexOf('-')))])].filter((name) => standardObjects[name] !== undefined);
}

/** The steps of all paths in formulas of the project, in small letters. */
function textOfFormulas({ objects }: SourceProject): ReadonlySet<string> {
  const texts = objects.flatMap(({ fields, validationRules }) => [
    ...fields.flatMap(({ element }) => [textOf(element, 'formula'), textOf(element, 'defaultValue')]),
    ...validationRules.map(({ element }) => textOf(element, 'errorConditionFormula')),
  ]);
  return new Set(texts.flatMap((text) => [...(text ?? '').matchAll(/([A-Za-z_][A-Za-z0-9_]*)\s*\./g)].map(([, step = '']) => step.toLowerCase())));
}

const NOTHING: Omit<SourceObject, 'name'> = { path: '', element: {}, fields: [], recordTypes: [], validationRules: [], listViews: [], compactLayouts: [] };

function describe(name: string, source: SourceObject | undefined): DescribedObject | undefined {
  const object = source ?? { ...NOTHING, name };
  const standard = standardObjects[name];
  const kind = /__mdt$/.test(name) ? 'metadata' : textOf(object.element, 'customSettingsType') ? 'setting' : /__[a-z]+$/i.test(name) ? 'custom' : 'standard';
  const own = new Map(object.fields.map((field) => [field.name, field]));
  const usual = (standard?.fields ?? []).map((line) => standardField(line, own.get(line.split(' ')[0] ?? '')));
  const named = new Set(usual.map((field) => field.name));
  const custom = object.fields.filter((field) => !named.has(field.name)).map(customField);
  const label = textOf(object.element, 'label') ?? wordsFrom(name);
  return {
    ...object,
    label,
    pluralLabel: textOf(object.element, 'pluralLabel') ?? standard?.plural ?? label,
    kind,
    fields: [...nameField(object, kind, usual), ...usual, ...custom],
  };
}

/** Custom objects say what their name is; standard objects have it among their fields. */
function nameField(object: SourceObject, kind: DescribedObject['kind'], usual: readonly DescribedField[]): readonly DescribedField[] {
  if (kind === 'metadata') {
    return [
      { path: object.path, name: 'MasterLabel', type: 'Text', element: { label: ['Label'], length: ['255'] }, targets: [], standard: true },
      { path: object.path, name: 'DeveloperName', type: 'Text', element: { label: ['Name'], length: ['80'], externalId: ['true'], unique: ['true'] }, targets: [], standard: true },
    ];
  }
  if (usual.some(({ name }) => name === 'Name')) return [];
  const [described] = object.element['nameField'] ?? [];
  const element: XmlElement = typeof described === 'object' ? described : { label: ['Name'], type: ['Text'] };
  return [{ path: object.path, name: 'Name', type: textOf(element, 'type') ?? 'Text', element, targets: [], standard: true }];
}

function customField(field: SourceItem): DescribedField {
  const type = textOf(field.element, 'type') ?? (textOf(field.element, 'formula') ? 'Text' : '');
  const targets = textsOf(field.element, 'referenceTo');
  return { ...field, type, targets: type === 'Hierarchy' ? ['User'] : targets, ...relationshipOf(field.name, targets), standard: false };
}

/** What the project says of a standard field is laid over what is known of it. */
function standardField(line: string, described: SourceItem | undefined): DescribedField {
  const [name = '', type = ''] = line.split(' ');
  const label = /\[(.+)\]/.exec(line)?.[1] ?? wordsFrom(name.replace(/Id$/, ''));
  const targets = />(\S+)/.exec(line)?.[1]?.split(',') ?? [];
  const values = / \|([^[]+)/.exec(line)?.[1]?.trim().split('|') ?? [];
  const length = /#(\d+)/.exec(line)?.[1];
  const list = /\^(\S+)/.exec(line)?.[1];
  const element: Record<string, readonly (XmlElement | string)[]> = {
    label: [label],
    ...(length === undefined ? {} : { length: [length] }),
    ...(list === undefined ? {} : { relationshipName: [list] }),
    ...(values.length === 0 ? {} : { valueSet: [{ valueSetDefinition: [{ value: values.map((value): XmlElement => ({ fullName: [value], label: [value] })) }] }] }),
    ...described?.element,
  };
  const told = described && textOf(described.element, 'type');
  return {
    path: described?.path ?? '',
    name,
    type: told !== undefined && told !== 'Name' && !['Address', 'PersonName'].includes(type) ? told : type,
    element,
    targets,
    ...relationshipOf(name, targets),
    standard: described === undefined,
  };
}

function relationshipOf(name: string, targets: readonly string[]): { readonly relationship?: string } {
  if (targets.length === 0) return {};
  return { relationship: /__c$/i.test(name) ? name.replace(/__c$/i, '__r') : name.replace(/Id$/, '') };
}

/** `NumberOfEmployees` → `Number of employees`. */
export function wordsFrom(name: string): string {
  const words = name.replace(/__[a-z]+$/i, '').replace(/[_\s]+/g, ' ').replace(/([a-z0-9])([A-Z])/g, '$1 $2').trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}
