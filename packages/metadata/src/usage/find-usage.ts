import { jsonPointer } from '../json-pointer.js';
import type { DocumentKind, MetadataDocument } from '../document/documents.js';
import type { FieldModel, Model, ObjectModel } from '../model/model.js';
import { Mentions } from './mentions.js';
import { mentionInDocumentTemplate } from './document-template-mentions.js';
import { mentionInMessageTemplate } from './message-mentions.js';
import { mentionInObject } from './object-mentions.js';
import { mentionInAction, mentionInApp, mentionInLayout, mentionInPermissions, mentionInView } from './page-mentions.js';
import { mentionInRetentionRule } from './retention-mentions.js';
import { mentionInQueue } from './queue-mentions.js';
import { things } from './things.js';
import type { Usage } from './usage.js';
import { mentionInPermissionGroup, mentionInRole, mentionInSharingRule } from './access-mentions.js';
import { mentionInWorkflow } from './workflow-mentions.js';

/** Every place in an org's documents that names a field, directly or on the way through a reference; asked before it goes. */
export function fieldUsage(model: Model, objectName: string, fieldName: string): readonly Usage[] {
  const field = model.objectByName.get(objectName)?.fieldByName.get(fieldName);
  if (!field) return [];
  const own = jsonPointer(`object:${objectName}`, 'properties', fieldName);
  return [...usesOf(model, things.field(objectName, fieldName)).filter(({ path }) => !path.startsWith(`${own}/`)), ...translationsOf(field, objectName, model)];
}

/** Every place that names an object, and those of other documents that name its fields. */
export function objectUsage(model: Model, objectName: string): readonly Usage[] {
  const object = model.objectByName.get(objectName);
  if (!object) return [];
  const own = jsonPointer(`object:${objectName}`);
  const named = usesOf(model, things.object(objectName));
  const known = new Set(named.map(({ path }) => path));
  const ofFields = object.fields.flatMap(({ name }) => usesOf(model, things.field(objectName, name))).filter(({ path, kind }) => kind === 'object' && !known.has(path));
  const all = [...named, ...new Map(ofFields.map((usage) => [usage.path, usage])).values()];
  return all.filter(({ path }) => !path.startsWith(`${own}/`));
}

export function picklistValueUsage(model: Model, objectName: string, fieldName: string, value: string): readonly Usage[] {
  return usesOf(model, things.value(objectName, fieldName, value));
}

export function recordTypeUsage(model: Model, objectName: string, recordType: string): readonly Usage[] {
  return [...usesOf(model, things.recordType(objectName, recordType)), ...picklistValueUsage(model, objectName, 'recordType', recordType)];
}

export function permissionSetUsage(model: Model, name: string): readonly Usage[] {
  return usesOf(model, things.permissions(name));
}

/** Fields that take their values from a global picklist. */
export function picklistUsage(model: Model, name: string): readonly Usage[] {
  return usesOf(model, things.picklist(name));
}

export function actionUsage(model: Model, name: string): readonly Usage[] {
  return usesOf(model, things.action(name));
}

/** Steps of workflows that send a message. */
export function messageTemplateUsage(model: Model, name: string): readonly Usage[] {
  return usesOf(model, things.messageTemplate(name));
}

/** Roles below it, and rules that share with it or what its people own. */
export function roleUsage(model: Model, name: string): readonly Usage[] {
  return usesOf(model, things.role(name));
}

export function teamUsage(model: Model, name: string): readonly Usage[] {
  return usesOf(model, things.team(name));
}

/** Steps of workflows that give work to a queue, and rules that share with it. */
export function queueUsage(model: Model, name: string): readonly Usage[] {
  return usesOf(model, things.queue(name));
}

/** Steps of workflows that make documents of it. */
export function documentTemplateUsage(model: Model, name: string): readonly Usage[] {
  return usesOf(model, things.documentTemplate(name));
}

/** Triggers and steps of workflows that count time by a calendar. */
export function businessCalendarUsage(model: Model, name: string): readonly Usage[] {
  return usesOf(model, things.businessCalendar(name));
}

function usesOf(model: Model, thing: string): readonly Usage[] {
  const index = indexes.get(model) ?? makeIndex(model);
  indexes.set(model, index);
  return index.get(thing) ?? [];
}

type Index = ReadonlyMap<string, readonly Usage[]>;

/** Models never change, so what their documents mention is read once. */
const indexes = new WeakMap<Model, Index>();

/** In the order that people look: what the org is made of first, who sees it last. */
const order: readonly DocumentKind[] = ['object', 'picklist', 'layout', 'view', 'workflow', 'action', 'message-template', 'document-template', 'business-calendar', 'queue', 'role', 'team', 'sharing-rule', 'retention-rule', 'permissions', 'permission-group', 'app'];

const readers: { readonly [K in DocumentKind]: (document: Extract<MetadataDocument, { kind: K }>, mentions: Mentions) => void } = {
  object: mentionInObject,
  picklist: () => undefined,
  layout: mentionInLayout,
  view: mentionInView,
  workflow: mentionInWorkflow,
  action: mentionInAction,
  'message-template': mentionInMessageTemplate,
  'document-template': mentionInDocumentTemplate,
  'business-calendar': () => undefined,
  queue: mentionInQueue,
  permissions: mentionInPermissions,
  'permission-group': mentionInPermissionGroup,
  role: mentionInRole,
  team: () => undefined,
  'sharing-rule': mentionInSharingRule,
  'retention-rule': mentionInRetentionRule,
  app: mentionInApp,
};

function makeIndex(model: Model): Index {
  const index = new Map<string, Usage[]>();
  for (const kind of order) {
    for (const document of model.documents) {
      if (document.kind !== kind) continue;
      for (const { thing, usage } of mentionsOf(document, model)) index.set(thing, [...(index.get(thing) ?? []), usage]);
    }
  }
  return index;
}

function mentionsOf<K extends DocumentKind>(document: Extract<MetadataDocument, { kind: K }>, model: Model): Mentions['found'] {
  const mentions = new Mentions(document, model);
  (readers[document.kind as K])(document, mentions);
  return mentions.found;
}

/** Its names and helps in other languages go with a field; one place for each of the two. */
function translationsOf({ name, property }: FieldModel, objectName: string, model: Model): readonly Usage[] {
  const { document, label }: Partial<ObjectModel> = model.objectByName.get(objectName) ?? {};
  if (!document) return [];
  return (['titles', 'helps'] as const).flatMap((keyword): readonly Usage[] => {
    const texts = property.guanxi[keyword];
    if (typeof texts !== 'object' || texts === null || Object.keys(texts).length === 0) return [];
    return [{ kind: 'object', name: objectName, title: label ?? objectName, path: jsonPointer(`object:${objectName}`, 'properties', name, 'guanxi', keyword), area: 'translations' }];
  });
}
