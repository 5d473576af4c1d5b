import type { Wording } from '@guanxi/field-types';
import { findStorageProblem, type TypedFormula } from '@guanxi/formula';
import { textKeyword } from '../../model/keywords.js';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { faultOf } from '../../problem.js';
import { findField, findRelation, type CheckContext } from './check-context.js';
import { reportFormula } from './check-record-formula.js';

/** Formula and roll-up fields, beyond what the checker of formulas says: where they can be kept, what they sum up. */
export function checkDerived(object: ObjectModel, context: CheckContext): void {
  for (const field of object.fields) {
    if (field.formula && field.storage === 'generated') checkStored(field, field.formula, object, context);
    if (field.type === 'rollUp') checkRollUp(field, object, context);
    if (field.type === 'currency' && !field.conversion) checkCurrency(field, object, context);
    if (field.lookupFilter && field.members && field.members.length > 1) {
      context.report(['properties', field.name, 'guanxi', 'filter'], faultOf('filter.targets', { ...manyTargets, words: { field: field.name } }));
    }
  }
}

/** PostgreSQL keeps only what follows from the other columns of the same row, today as in a year. */
function checkStored(field: FieldModel, formula: TypedFormula, object: ObjectModel, context: CheckContext): void {
  const place = ['properties', field.name, 'guanxi', 'stored'];
  const words = { field: field.name, object: object.name };
  const problem = findStorageProblem(formula);
  if (problem) reportFormula(formula.text, { object: object.name, place, problem }, context);
  for (const path of formula.references) {
    const [name = ''] = path;
    if (name.startsWith('$')) continue;
    const read = object.fieldByName.get(name);
    const isOwn = read && (path.length === 1 || read.target === undefined);
    if (!isOwn) context.report(place, faultOf('formula.not-storable', { ...readsOther, words: { ...words, path: path.join('.') } }, readInstead));
    else if (read.storage !== 'column') context.report(place, faultOf('formula.not-storable', { ...readsDerived, words: { ...words, path: path.join('.') } }, readInstead));
  }
}

function checkRollUp(field: FieldModel, object: ObjectModel, context: CheckContext): void {
  const at = (keyword: string): readonly string[] => ['properties', field.name, 'guanxi', keyword];
  const relation = findRelation(object, textKeyword(field.property, 'relation') ?? '', at('relation'), context);
  if (!relation) return;
  const words = { field: field.name, object: object.name, relation: relation.name };
  if (relation.through) {
    context.report(at('relation'), faultOf('rollUp.through', { ...overJunction, words }, overBetween));
    return;
  }
  const child = context.model.objectByName.get(relation.object);
  const orderBy = textKeyword(field.property, 'orderBy');
  const operation = textKeyword(field.property, 'operation');
  const isOrdered = operation === 'first' || operation === 'last';
  if (child && orderBy !== undefined) findField(child, orderBy, at('orderBy'), context);
  if (isOrdered && orderBy === undefined) context.report(at('orderBy'), faultOf('rollUp.unordered', { ...unordered, words: { ...words, operation: operation ?? '' } }));
  if (field.rollUp?.value && field.rollUp.value.references.length === 0 && operation !== 'count') {
    context.report(at('value'), faultOf('rollUp.constant', { ...constant, words }, countInstead));
  }
}

function checkCurrency(field: FieldModel, object: ObjectModel, context: CheckContext): void {
  const codeFrom = textKeyword(field.property, 'codeFrom');
  const rateOn = textKeyword(field.property, 'rateOn');
  const at = (keyword: string): readonly string[] => ['properties', field.name, 'guanxi', keyword];
  const code = codeFrom === undefined ? undefined : findField(object, codeFrom, at('codeFrom'), context);
  if (code && code.value.type !== 'picklist') context.report(at('codeFrom'), faultOf('currency.code', { ...noCode, words: { field: field.name, code: code.name } }));
  const day = rateOn === undefined ? undefined : findField(object, rateOn, at('rateOn'), context);
  if (day && day.value.type !== 'date' && day.value.type !== 'dateTime') context.report(at('rateOn'), faultOf('currency.day', { ...noDay, words: { field: field.name, day: day.name } }));
}

const readsOther: Wording = {
  en: '"{field}" of {object} cannot be stored: "{path}" is a value of another record.', 'zh-TW': '{object} 的「{field}」無法儲存：「{path}」是其他記錄的值。', 'zh-CN': '{object} 的“{field}”无法存储：“{path}”是其他记录的值。',
};
const readsDerived: Wording = {
  en: '"{field}" of {object} cannot be stored: "{path}" follows from other values itself.', 'zh-TW': '{object} 的「{field}」無法儲存：「{path}」本身也是計算而來。', 'zh-CN': '{object} 的“{field}”无法存储：“{path}”本身也是计算而来。',
};
const readInstead: Wording = {
  en: 'Leave out "stored": it is then computed when it is read.', 'zh-TW': '請移除「stored」：改為讀取時計算。', 'zh-CN': '请移除“stored”：改为读取时计算。',
};
const overJunction: Wording = {
  en: '"{field}" of {object} cannot sum up "{relation}", which goes through another object.', 'zh-TW': '{object} 的「{field}」無法彙總經由其他物件的「{relation}」。', 'zh-CN': '{object} 的“{field}”无法汇总经由其他对象的“{relation}”。',
};
const overBetween: Wording = {
  en: 'Sum up the list of the object in between.', 'zh-TW': '請彙總中間物件的清單。', 'zh-CN': '请汇总中间对象的列表。',
};
const unordered: Wording = {
  en: '"{field}" of {object} takes the {operation} record, but does not say in which order ("orderBy").', 'zh-TW': '{object} 的「{field}」要取 {operation} 記錄，但沒有說明順序（「orderBy」）。', 'zh-CN': '{object} 的“{field}”要取 {operation} 记录，但没有说明顺序（“orderBy”）。',
};
const constant: Wording = {
  en: 'The value that "{field}" of {object} sums up is the same for every record.', 'zh-TW': '{object} 的「{field}」所彙總的值對每筆記錄都相同。', 'zh-CN': '{object} 的“{field}”所汇总的值对每条记录都相同。',
};
const countInstead: Wording = { en: 'Count the records instead.', 'zh-TW': '請改為計數。', 'zh-CN': '请改为计数。' };
const manyTargets: Wording = {
  en: '"{field}" points to several objects, so no one formula can filter them.', 'zh-TW': '「{field}」指向多個物件，無法以一個公式篩選。', 'zh-CN': '“{field}”指向多个对象，无法以一个公式筛选。',
};
const noCode: Wording = {
  en: 'The currency of "{field}" comes from "{code}", which is no picklist.', 'zh-TW': '「{field}」的幣別來自「{code}」，但它不是選項清單。', 'zh-CN': '“{field}”的币种来自“{code}”，但它不是选项列表。',
};
const noDay: Wording = {
  en: 'The day of the rate of "{field}" comes from "{day}", which is no date.', 'zh-TW': '「{field}」的匯率日期來自「{day}」，但它不是日期。', 'zh-CN': '“{field}”的汇率日期来自“{day}”，但它不是日期。',
};
