import type { DocumentKind, MetadataDocument, ObjectDocument } from '../document/documents.js';
import { camelCase, pluralize, tableName } from '../naming/index.js';
import { buildField } from './build-field.js';
import { deepFreeze } from './deep-freeze.js';
import { indexFields } from './index-fields.js';
import type { FieldModel, Model, ObjectModel, RelationModel } from './model.js';
import { makeSystemFields } from './system-fields.js';
import { makeUserObject } from './user-object.js';

/**
 * The model of documents that have the right shape. What they name need not exist: the checks that find such problems
 * read this model too. Only `parseDocuments` hands a model on, and only when nothing is wrong.
 */
export function buildModel(documents: readonly MetadataDocument[]): Model {
  const objectDocuments = ofKind(documents, 'object').toSorted((left, right) => (left.name < right.name ? -1 : 1));
  const fields = new Map(objectDocuments.map((document) => [document, fieldsOf(document)]));
  const relations = relationsByTarget(fields);
  const objects = [
    ...objectDocuments.map((document) => buildObject(document, fields.get(document) ?? [], relations.get(document.name) ?? [])),
    makeUserObject(relations.get('User') ?? []),
  ];
  return deepFreeze({
    objects,
    objectByName: new Map(objects.map((object) => [object.name, object])),
    objectById: new Map(objects.map((object) => [object.id, object])),
    workflows: ofKind(documents, 'workflow'),
    layouts: ofKind(documents, 'layout'),
    views: ofKind(documents, 'view'),
    permissions: ofKind(documents, 'permissions'),
    apps: ofKind(documents, 'app'),
  });
}

function ofKind<K extends DocumentKind>(documents: readonly MetadataDocument[], kind: K): readonly Extract<MetadataDocument, { kind: K }>[] {
  return documents.filter((document): document is Extract<MetadataDocument, { kind: K }> => document.kind === kind);
}

function fieldsOf(document: ObjectDocument): readonly FieldModel[] {
  const required = new Set(document.required ?? []);
  const own = Object.entries(document.properties).map(([name, property]) => buildField(name, property, required.has(name)));
  return [...makeSystemFields(), ...own];
}

function relationsByTarget(fields: ReadonlyMap<ObjectDocument, readonly FieldModel[]>): ReadonlyMap<string, readonly RelationModel[]> {
  const relations = new Map<string, RelationModel[]>();
  for (const [document, own] of fields) {
    for (const field of own) {
      if (field.target === undefined || field.inverse === undefined) continue;
      const known = relations.get(field.target) ?? [];
      relations.set(field.target, known);
      known.push({ name: field.inverse, label: inverseLabel(field, document), object: document.name, field: field.name });
    }
  }
  return relations;
}

/** What the lookup says; else a lone to-many side is called as the object is, and several are told apart by their fields. */
function inverseLabel(field: FieldModel, document: ObjectDocument): string {
  const inverse = field.property.guanxi['inverse'];
  if (typeof inverse === 'object' && inverse !== null && 'title' in inverse && typeof inverse.title === 'string') return inverse.title;
  const others = Object.values(document.properties).filter((property) => property.guanxi['target'] === field.target);
  const plural = pluralLabel(document);
  return others.length > 1 ? `${plural} (${field.label})` : plural;
}

const pluralLabel = (document: ObjectDocument): string => document.guanxi.pluralTitle ?? pluralize(document.title);

function buildObject(document: ObjectDocument, fields: readonly FieldModel[], relations: readonly RelationModel[]): ObjectModel {
  const { guanxi } = document;
  const singular = camelCase(document.name);
  return {
    id: guanxi.id,
    name: document.name,
    singular,
    plural: guanxi.plural ?? pluralize(singular),
    label: document.title,
    pluralLabel: pluralLabel(document),
    ...(document.description === undefined ? {} : { description: document.description }),
    icon: guanxi.icon ?? singular,
    color: guanxi.color ?? guanxi.id,
    table: tableName(document.name),
    nameField: guanxi.nameField ?? firstNameField(fields) ?? 'id',
    activity: guanxi.activity ?? true,
    platform: false,
    ...indexFields(fields, relations),
    rules: [],
    recordTypes: [],
    duplicateRules: [],
    compact: [],
    document,
  };
}

/** Without a word from the document: the field `name`, else the first text, else the first auto-number. */
function firstNameField(fields: readonly FieldModel[]): string | undefined {
  const own = fields.filter((field) => !field.system);
  const texts = own.filter((field) => field.type === 'text');
  const named = texts.find((field) => field.name === 'name') ?? texts[0] ?? own.find((field) => field.type === 'autoNumber');
  return named?.name;
}
