import type { Wording } from '@guanxi/field-types';
import { jsonPointer } from '../../json-pointer.js';
import type { FieldModel, Model, ObjectModel, RelationModel } from '../../model/model.js';
import type { FormulaFault } from '../../model/type-formulas.js';
import { faultOf, type Fault } from '../../problem.js';
import type { MetadataDocument } from '../documents.js';
import { nearMissSentence } from '../near-miss.js';

/** Parts of a pointer inside a document. */
export type PlaceInDocument = readonly (string | number)[];

/** What one document is checked against, and where its problems go. */
export interface CheckContext {
  readonly model: Model;
  /** What was found wrong in the formulas of the object when the model was built. */
  readonly faults: readonly FormulaFault[];
  /** Objects and fields (`Customer`, `Customer.email`) that exist but have problems of their own: nobody is told they do not exist. */
  readonly unsure: ReadonlySet<string>;
  report(place: PlaceInDocument, problem: Fault): void;
}

export function documentAddress(document: Pick<MetadataDocument, 'kind' | 'name'>): string {
  return jsonPointer(`${document.kind}:${document.name}`);
}

/** The object of a name, or undefined with a problem reported. */
export function findObject(name: string, place: PlaceInDocument, context: CheckContext): ObjectModel | undefined {
  const object = context.model.objectByName.get(name);
  if (object) return object;
  if (!context.unsure.has(name)) {
    context.report(place, faultOf('object.unknown', { ...noObject, words: { name } }, nearMissSentence(name, context.model.objectByName.keys())));
  }
  return undefined;
}

/** The field of a name, or undefined with a problem reported. */
export function findField(object: ObjectModel, name: string, place: PlaceInDocument, context: CheckContext): FieldModel | undefined {
  const field = object.fieldByName.get(name);
  if (field) return field;
  if (!context.unsure.has(`${object.name}.${name}`)) {
    context.report(place, faultOf('field.unknown', { ...noField, words: { object: object.name, name } }, nearMissSentence(name, object.fieldByName.keys())));
  }
  return undefined;
}

/** The to-many side of a name, or undefined with a problem reported. */
export function findRelation(object: ObjectModel, name: string, place: PlaceInDocument, context: CheckContext): RelationModel | undefined {
  const relation = object.relationByName.get(name);
  if (relation) return relation;
  // A wrong lookup makes no list, and nobody can tell which one it would have made.
  if ([...context.unsure].some((one) => one.includes('.'))) return undefined;
  context.report(place, faultOf('relation.unknown', { ...noList, words: { object: object.name, name } }, nearMissSentence(name, object.relationByName.keys()) ?? byInverse));
  return undefined;
}

export function optionalHint(hint: string | undefined): { readonly hint?: string } {
  return hint === undefined ? {} : { hint };
}

const noObject: Wording = { en: 'There is no object "{name}".', 'zh-TW': '沒有物件「{name}」。', 'zh-CN': '没有对象“{name}”。' };
const noField: Wording = { en: '{object} has no field "{name}".', 'zh-TW': '{object} 沒有欄位「{name}」。', 'zh-CN': '{object} 没有字段“{name}”。' };
const noList: Wording = { en: '{object} has no list "{name}".', 'zh-TW': '{object} 沒有清單「{name}」。', 'zh-CN': '{object} 没有列表“{name}”。' };
const byInverse: Wording = {
  en: 'A lookup of the other object makes it, by its "inverse".',
  'zh-TW': '清單由另一個物件的查閱欄位以「inverse」建立。',
  'zh-CN': '列表由另一个对象的查找字段以“inverse”建立。',
};
