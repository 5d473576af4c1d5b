import type { MetadataDocument, NavigationEntry, ObjectDocument, WorkflowStep } from '@guanxi/metadata';
import type { DraftEdit } from '../documents/use-draft-edits.js';

/** The documents that name an object, with its new name; the object's own document (by its id) is left out. */
export function renameObject(documents: readonly MetadataDocument[], from: string, to: string, ownId: string): readonly MetadataDocument[] {
  return documents.flatMap((document): MetadataDocument[] => {
    if (document.guanxi.id === ownId) return [];
    const renamed = (renamers[document.kind] as (one: MetadataDocument, rename: Rename) => MetadataDocument)(document, (name) => (name === from ? to : name));
    return JSON.stringify(renamed) === JSON.stringify(document) ? [] : [renamed];
  });
}

/** What goes with an object: its views and layouts, its place in apps and permission sets. Lookups and workflows are left for people to decide. */
export function removeObject(documents: readonly MetadataDocument[], name: string): DraftEdit {
  const remove = documents.filter((one) => (one.kind === 'object' && one.name === name) || ((one.kind === 'view' || one.kind === 'layout' || one.kind === 'action') && one.object === name)).map(({ kind, name: own }) => ({ kind, name: own }));
  const changed = documents.flatMap((one): MetadataDocument[] => {
    if (one.kind === 'app' && one.navigation.flatMap(objectsOf).includes(name)) return [{ ...one, navigation: one.navigation.flatMap((entry) => withoutObject(entry, name)) }];
    if (one.kind !== 'permissions' || !Object.hasOwn(one.objects, name)) return [];
    const { [name]: _gone, ...objects } = one.objects;
    const { [name]: _types, ...recordTypes } = one.recordTypes ?? {};
    return [{ ...one, objects, ...(one.recordTypes && { recordTypes }) }];
  });
  return { documents: changed, remove };
}

function objectsOf(entry: NavigationEntry): readonly string[] {
  if (typeof entry === 'string') return [entry];
  return 'items' in entry ? entry.items : [];
}

function withoutObject(entry: NavigationEntry, name: string): readonly NavigationEntry[] {
  if (typeof entry === 'string') return entry === name ? [] : [entry];
  return ['items' in entry ? { ...entry, items: entry.items.filter((object) => object !== name) } : entry];
}

type Rename = (name: string) => string;
type Renamers = { readonly [Kind in MetadataDocument['kind']]: (document: Extract<MetadataDocument, { kind: Kind }>, rename: Rename) => MetadataDocument };

const renamers: Renamers = {
  object: (document, rename) => ({ ...document, properties: renameTargets(document.properties, rename) }),
  workflow: (document, rename) => ({ ...document, object: rename(document.object), steps: renameInSteps(document.steps, rename) }),
  picklist: (document) => document,
  action: (document, rename) => ({ ...document, object: rename(document.object), do: 'create' in document.do ? { create: { ...document.do.create, object: rename(document.do.create.object) } } : document.do }),
  'message-template': (document, rename) => ({ ...document, ...(document.object !== undefined && { object: rename(document.object) }) }),
  'document-template': (document, rename) => ({ ...document, object: rename(document.object) }),
  'business-calendar': (document) => document,
  queue: (document, rename) => ({ ...document, ...(document.territory && { territory: document.territory.map((part) => ({ ...part, object: rename(part.object) })) }) }),
  layout: (document, rename) => ({ ...document, object: rename(document.object) }),
  view: (document, rename) => ({ ...document, object: rename(document.object) }),
  permissions: (document, rename) => ({ ...document, objects: Object.fromEntries(Object.entries(document.objects).map(([name, rights]) => [rename(name), rights])), ...(document.recordTypes && { recordTypes: Object.fromEntries(Object.entries(document.recordTypes).map(([name, types]) => [rename(name), types])) }) }),
  'permission-group': (document, rename) => (document.muted?.objects ? { ...document, muted: { ...document.muted, objects: Object.fromEntries(Object.entries(document.muted.objects).map(([name, muted]) => [rename(name), muted])) } } : document),
  role: (document) => document,
  team: (document) => document,
  'sharing-rule': (document, rename) => ({ ...document, object: rename(document.object) }),
  'retention-rule': (document, rename) => ({ ...document, object: rename(document.object) }),
  app: (document, rename) => ({ ...document, navigation: document.navigation.map((entry) => (typeof entry === 'string' ? rename(entry) : 'items' in entry ? { ...entry, items: entry.items.map(rename) } : entry)) }),
};

function renameTargets(properties: ObjectDocument['properties'], rename: Rename): ObjectDocument['properties'] {
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => {
    const { target, targets, through } = property.guanxi as { readonly target?: unknown; readonly targets?: readonly string[]; readonly through?: { readonly object: string } };
    const renamed = {
      ...(typeof target === 'string' && { target: rename(target) }),
      ...(Array.isArray(targets) && { targets: (targets as readonly string[]).map(rename) }),
      ...(through && { through: { ...through, object: rename(through.object) } }),
    };
    return [name, Object.keys(renamed).length > 0 ? { ...property, guanxi: { ...property.guanxi, ...renamed } } : property];
  }));
}

function renameInSteps(steps: readonly WorkflowStep[], rename: Rename): readonly WorkflowStep[] {
  return steps.map((step) => ({
    ...step,
    input: renameTexts(step.input, rename) as WorkflowStep['input'],
    ...(step.paths && { paths: Object.fromEntries(Object.entries(step.paths).map(([name, inner]) => [name, renameInSteps(inner, rename)])) }),
  }));
}

/** Texts of a step's input that are the object's name, and nothing else. */
function renameTexts(value: unknown, rename: Rename): unknown {
  if (typeof value === 'string') return rename(value);
  if (Array.isArray(value)) return value.map((one) => renameTexts(one, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renameTexts(one, rename)]));
}
