import { fieldType, type PicklistValue, type Wording } from '@guanxi/field-types';
import { textKeyword } from '../../model/keywords.js';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { faultOf } from '../../problem.js';
import { nearMissSentence } from '../near-miss.js';
import { findField, type CheckContext, type PlaceInDocument } from './check-context.js';

/** The values of picklists: where they come from, how they are shown, and on what they depend. */
export function checkChoices(object: ObjectModel, context: CheckContext): void {
  for (const field of object.fields) {
    if (field.system || !('values' in field.settings)) continue;
    checkValueSet(field, object, context);
    checkShownValues(field, object, context);
    if (field.dependsOn) checkDependency(field, object, context);
  }
}

/** The values that a field of the kind can have, in the order they are offered. */
export function valuesOf({ settings }: FieldModel): readonly string[] {
  return ((settings['values'] ?? []) as readonly PicklistValue[]).map(({ value }) => value);
}

/** Reports values that a picklist does not have. */
export function checkListed(values: readonly string[], field: FieldModel, place: PlaceInDocument, context: CheckContext): void {
  const known = valuesOf(field);
  values.forEach((value, index) => {
    if (!known.includes(value)) context.report([...place, index], faultOf('picklist.unlisted', { ...unknownValue, words: { field: field.name, value } }, nearMissSentence(value, known)));
  });
}

function checkValueSet(field: FieldModel, object: ObjectModel, context: CheckContext): void {
  const name = textKeyword(field.property, 'valueSet');
  if (name === undefined) return;
  const known = context.model.picklists.map((picklist) => picklist.name);
  const words = { field: field.name, object: object.name, name };
  if (!known.includes(name)) context.report(['properties', field.name, 'guanxi', 'valueSet'], faultOf('picklist.unknown', { ...noPicklist, words }, nearMissSentence(name, known)));
}

/** Labels and colors of values that are not in the list would never be seen. */
function checkShownValues(field: FieldModel, object: ObjectModel, context: CheckContext): void {
  const shown = field.property.guanxi['values'];
  if (!Array.isArray(shown)) return;
  const known = valuesOf(field);
  shown.forEach((entry: { readonly value: string }, index) => {
    if (known.includes(entry.value)) return;
    const words = { field: field.name, object: object.name, value: entry.value };
    context.report(['properties', field.name, 'guanxi', 'values', index, 'value'], faultOf('picklist.unlisted', { ...unlisted, words }, nearMissSentence(entry.value, known)));
  });
}

function checkDependency(field: FieldModel, object: ObjectModel, context: CheckContext): void {
  const place = ['properties', field.name, 'guanxi', 'dependsOn'];
  const { dependsOn } = field;
  const controlling = dependsOn && findField(object, dependsOn.field, [...place, 'field'], context);
  if (!dependsOn || !controlling) return;
  const words = { field: field.name, controlling: controlling.name };
  const isChoice = fieldType(controlling.type).formulaType === 'picklist';
  if (!isChoice && controlling.type !== 'boolean') {
    context.report([...place, 'field'], faultOf('dependsOn.kind', { ...noChoice, words: { ...words, type: controlling.type } }));
    return;
  }
  const known = isChoice ? valuesOf(controlling) : ['true', 'false'];
  for (const [value, allowed] of Object.entries(dependsOn.values)) {
    if (!known.includes(value)) context.report([...place, 'values', value], faultOf('dependsOn.unlisted', { ...unknownValue, words: { field: controlling.name, value } }, nearMissSentence(value, known)));
    checkListed(allowed, field, [...place, 'values', value], context);
  }
  const circle = circleFrom(field, object);
  if (circle) context.report([...place, 'field'], faultOf('dependsOn.circle', { ...circular, words: { circle: circle.join(' → ') } }));
}

/** The way back to the field, where there is one and no field on it has told of it before. */
function circleFrom(field: FieldModel, object: ObjectModel): readonly string[] | undefined {
  const trail = [field.name];
  for (let next = field.dependsOn?.field; next !== undefined; next = object.fieldByName.get(next)?.dependsOn?.field) {
    if (next === field.name) return trail.every((name) => name >= field.name) ? [...trail, next] : undefined;
    if (trail.includes(next)) return undefined;
    trail.push(next);
  }
  return undefined;
}

const unknownValue: Wording = { en: '"{field}" has no value "{value}".', 'zh-TW': '「{field}」沒有選項「{value}」。', 'zh-CN': '“{field}”没有选项“{value}”。' };
const unlisted: Wording = {
  en: '"{field}" of {object} describes the value "{value}", which is not in its "enum".',
  'zh-TW': '{object} 的「{field}」描述了選項「{value}」，但它不在「enum」中。',
  'zh-CN': '{object} 的“{field}”描述了选项“{value}”，但它不在“enum”中。',
};
const noPicklist: Wording = {
  en: '"{field}" of {object} takes its values from the picklist "{name}", which does not exist.',
  'zh-TW': '{object} 的「{field}」使用選項清單「{name}」，但它不存在。',
  'zh-CN': '{object} 的“{field}”使用选项列表“{name}”，但它不存在。',
};
const noChoice: Wording = {
  en: '"{field}" cannot depend on "{controlling}": that is of kind "{type}", not a picklist or a checkbox.',
  'zh-TW': '「{field}」不能取決於「{controlling}」：它是「{type}」，不是選項清單或核取方塊。',
  'zh-CN': '“{field}”不能取决于“{controlling}”：它是“{type}”，不是选项列表或复选框。',
};
const circular: Wording = {
  en: 'These picklists depend on each other in a circle: {circle}.', 'zh-TW': '這些選項清單互相依賴成圈：{circle}。', 'zh-CN': '这些选项列表互相依赖成圈：{circle}。',
};
