import type { ObjectDocument, PicklistDocument, RecordTypeKeyword } from '../document/documents.js';
import { camelCase, pluralize, tableName } from '../naming/index.js';
import { buildField } from './build-field.js';
import { expandField, type TitleOf } from './expand-field.js';
import { indexFields } from './index-fields.js';
import { present } from './keywords.js';
import type { DuplicateRuleModel, FieldModel, ObjectModel, RecordTypeModel } from './model.js';
import { makeSystemFields } from './system-fields.js';
import { recordTypeField } from './record-type-field.js';

export interface Surroundings {
  readonly picklists: ReadonlyMap<string, PicklistDocument>;
  readonly titleOf: TitleOf;
}

/** An object as far as its own document tells it: no lists that other objects make, no formulas yet. */
export function layOutObject(document: ObjectDocument, surroundings: Surroundings): ObjectModel {
  const { guanxi } = document;
  const singular = camelCase(document.name);
  const recordTypes = (guanxi.recordTypes ?? []).map(recordTypeOf);
  const fields = fieldsOf(document, recordTypes, surroundings);
  return {
    id: guanxi.id,
    name: document.name,
    singular,
    plural: guanxi.plural ?? pluralize(singular),
    label: document.title,
    pluralLabel: guanxi.pluralTitle ?? pluralize(document.title),
    ...present({ description: document.description }),
    icon: guanxi.icon ?? singular,
    color: guanxi.color ?? guanxi.id,
    table: tableName(document.name),
    nameField: guanxi.nameField ?? firstNameField(fields) ?? 'id',
    activity: guanxi.activity ?? true,
    platform: false,
    ...indexFields(fields, []),
    rules: [],
    recordTypes,
    duplicateRules: (guanxi.duplicates ?? []).map(duplicateRuleOf),
    compact: guanxi.compact ?? [],
    document,
  };
}

/** Kinds of field that people can know a record by, the most telling first. */
export const nameKinds: readonly string[] = ['text', 'personName', 'autoNumber'];

/** Without a word from the document: the field `name`, else the first text, person name or auto-number. */
function firstNameField(fields: readonly FieldModel[]): string | undefined {
  const own = fields.filter((field) => !field.system && field.storage === 'column');
  const named = own.find((field) => field.name === 'name' && nameKinds.includes(field.type) && field.type !== 'autoNumber');
  return (named ?? nameKinds.flatMap((kind) => own.filter((field) => field.type === kind))[0])?.name;
}

function fieldsOf(document: ObjectDocument, recordTypes: readonly RecordTypeModel[], { picklists, titleOf }: Surroundings): readonly FieldModel[] {
  const required = new Set(document.required ?? []);
  const own = Object.entries(document.properties).flatMap(([name, property]) =>
    expandField(buildField(name, property, { listedAsRequired: required.has(name), picklists, identifies: document.guanxi.person?.includes(name) === true }), titleOf),
  );
  return [...makeSystemFields(), ...(recordTypes.length > 0 ? [recordTypeField(recordTypes)] : []), ...own];
}

function recordTypeOf(keyword: RecordTypeKeyword, index: number, all: readonly RecordTypeKeyword[]): RecordTypeModel {
  const isDefault = all.some((one) => one.default) ? keyword.default === true : index === 0;
  return { name: keyword.name, label: keyword.title, titles: keyword.titles ?? {}, active: keyword.active !== false, isDefault, values: keyword.values ?? {} };
}

/** How alike two texts are that count as the same, where the rule does not say. */
const ALIKE = 0.6;

function duplicateRuleOf(keyword: NonNullable<ObjectDocument['guanxi']['duplicates']>[number]): DuplicateRuleModel {
  const match = keyword.match.map(({ field, how, threshold }) => ({ field, how, threshold: threshold ?? ALIKE }));
  return { id: keyword.id, name: keyword.name, label: keyword.title, titles: keyword.titles ?? {}, active: keyword.active !== false, match, onSave: keyword.onSave };
}

