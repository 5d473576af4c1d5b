import type { DocumentKind, MetadataDocument } from '../document/documents.js';
import { deepFreeze } from './deep-freeze.js';
import { findRelations } from './find-relations.js';
import { indexFields } from './index-fields.js';
import { layOutObject, type Surroundings } from './lay-out-object.js';
import type { Model, ObjectModel } from './model.js';
import { makeFileObject, makeUserObject } from './platform-objects.js';
import { RecordingMap } from './recording-map.js';
import { rollUpKinds } from './roll-up-kinds.js';
import { sameJson } from './same-json.js';
import { settleRollUps } from './settle-roll-ups.js';
import { FILE, USER } from './system-fields.js';
import { findChanged, type EarlierModel } from './find-changed.js';
import { typeFormulas, type FormulaFault } from './type-formulas.js';

export interface BuiltModel {
  readonly model: Model;
  /** What is wrong in the formulas of objects, by the name of the object. */
  readonly faults: ReadonlyMap<string, readonly FormulaFault[]>;
  /** The objects that each object's formulas look at, by name. */
  readonly reads: ReadonlyMap<string, ReadonlySet<string>>;
  /** Objects that others, who look at them, may see with other eyes than in the earlier model. */
  readonly changed: ReadonlySet<string>;
}

/**
 * The model of documents that have the right shape. What they name need not exist: the checks that find such problems
 * read this model too. Only `parseDocuments` hands a model on, and only when nothing is wrong. Objects of the earlier
 * model are taken over where neither their document nor anything they look at has changed.
 */
export function buildModel(documents: readonly MetadataDocument[], earlier?: EarlierModel): BuiltModel {
  const laidOut = layOut(documents, earlier?.model);
  const { changed, stale } = findChanged(laidOut, earlier);
  const again = stale.size === 0 ? laidOut : layOut(documents, earlier?.model, stale);
  const fresh = [...again.values()].filter((object) => !object.platform && object !== earlier?.model.objectByName.get(object.name));
  const settled = new Set(again.keys());
  for (const { name } of fresh) settled.delete(name);
  const rollUps = rollUpKinds(again, settled);
  const typed = fresh.map((object) => {
    const objectByName = new RecordingMap(again);
    return { ...typeFormulas(object, { objectByName, rollUps }), reads: objectByName.asked };
  });
  const objectByName = new Map(again);
  for (const { object } of typed) objectByName.set(object.name, object);
  for (const object of settleRollUps(typed.map(({ object }) => object), objectByName)) objectByName.set(object.name, object);
  return {
    model: assembleModel(documents, objectByName),
    faults: new Map(typed.map(({ object, faults }) => [object.name, faults])),
    reads: new Map([...(earlier?.reads ?? []), ...typed.map(({ object, reads }) => [object.name, reads] as const)]),
    changed,
  };
}

/** Objects with their lists, as documents alone tell them. Those of the earlier model are the same values where nothing changed. */
function layOut(documents: readonly MetadataDocument[], earlier?: Model, stale: ReadonlySet<string> = new Set()): ReadonlyMap<string, ObjectModel> {
  const surroundings = surroundingsOf(documents);
  const isSame = earlier && sameSurroundings(documents, earlier.documents);
  const earlierSurroundings = earlier && surroundingsOf(earlier.documents);
  const own = ofKind(documents, 'object').toSorted((left, right) => (left.name < right.name ? -1 : 1)).map((document) => {
    const before = earlier?.objectByName.get(document.name);
    const isKept = before?.document === document && !stale.has(document.name) && earlierSurroundings && (isSame || looksAtTheSame(before, surroundings, earlierSurroundings));
    return isKept ? before : layOutObject(document, surroundings);
  });
  const relations = findRelations(own);
  const platform = [...(own.some((object) => object.fields.some(({ target }) => target === FILE)) ? [makeFileObject(relations.get(FILE) ?? [])] : []), makeUserObject(relations.get(USER) ?? [])];
  const all = [...own.map((object) => withRelations(object, relations.get(object.name) ?? [])), ...platform];
  return new Map(all.map((object) => [object.name, object]));
}

function withRelations(object: ObjectModel, relations: ObjectModel['relations']): ObjectModel {
  return sameJson(object.relations, relations) ? object : { ...object, ...indexFields(object.fields, relations) };
}

function surroundingsOf(documents: readonly MetadataDocument[]): Surroundings {
  const objects = new Map(ofKind(documents, 'object').map((document) => [document.name, document]));
  return {
    picklists: new Map(ofKind(documents, 'picklist').map((document) => [document.name, document])),
    titleOf: (name) => {
      const document = objects.get(name);
      return document && { id: document.guanxi.id, title: document.title, ...(document.guanxi.titles ? { titles: document.guanxi.titles } : {}) };
    },
  };
}

/** The common case: nothing has happened to any global picklist, nor to what any object is called. */
function sameSurroundings(now: readonly MetadataDocument[], before: readonly MetadataDocument[]): boolean {
  const known = new Set(before);
  const objects = new Map(ofKind(before, 'object').map((document) => [document.name, document]));
  return now.every((document) => {
    if (document.kind === 'picklist') return known.has(document);
    if (document.kind !== 'object' || known.has(document)) return true;
    const { title, guanxi } = objects.get(document.name) ?? {};
    return title === document.title && sameJson(guanxi?.titles, document.guanxi.titles);
  }) && ofKind(now, 'picklist').length === ofKind(before, 'picklist').length;
}

/** What an object takes from other documents: values of global picklists, titles of the targets of polymorphic lookups. */
function looksAtTheSame(object: ObjectModel, now: Surroundings, before: Surroundings): boolean {
  return object.fields.every(({ settings, memberOf, target }) => {
    const set = settings['valueSet'];
    if (typeof set === 'string' && now.picklists.get(set) !== before.picklists.get(set)) return false;
    return memberOf === undefined || target === undefined || sameJson(now.titleOf(target), before.titleOf(target));
  });
}

function ofKind<K extends DocumentKind>(documents: readonly MetadataDocument[], kind: K): readonly Extract<MetadataDocument, { kind: K }>[] {
  return documents.filter((document): document is Extract<MetadataDocument, { kind: K }> => document.kind === kind);
}

function assembleModel(documents: readonly MetadataDocument[], objectByName: ReadonlyMap<string, ObjectModel>): Model {
  const objects = [...objectByName.values()];
  return deepFreeze({
    documents,
    objects,
    objectByName,
    objectById: new Map(objects.map((object) => [object.id, object])),
    picklists: ofKind(documents, 'picklist'),
    workflows: ofKind(documents, 'workflow'),
    actions: ofKind(documents, 'action'),
    layouts: ofKind(documents, 'layout'),
    views: ofKind(documents, 'view'),
    messageTemplates: ofKind(documents, 'message-template'),
    documentTemplates: ofKind(documents, 'document-template'),
    businessCalendars: ofKind(documents, 'business-calendar'),
    queues: ofKind(documents, 'queue'),
    roles: ofKind(documents, 'role'),
    teams: ofKind(documents, 'team'),
    sharingRules: ofKind(documents, 'sharing-rule'),
    retentionRules: ofKind(documents, 'retention-rule'),
    permissionGroups: ofKind(documents, 'permission-group'),
    permissions: ofKind(documents, 'permissions'),
    apps: ofKind(documents, 'app'),
  });
}
