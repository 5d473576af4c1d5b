import { fieldType, operators, type OperatorName, type Wording } from '@guanxi/field-types';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { valueName } from '../../naming/index.js';
import { faultOf } from '../../problem.js';
import { nearMissHint, nearMissSentence } from '../near-miss.js';
import { optionalHint, type CheckContext } from './check-context.js';
import { checkRecordFormula } from './check-record-formula.js';

interface WherePlace {
  readonly object: ObjectModel;
  readonly place: readonly (string | number)[];
}

/** A filter as the API takes it: fields with filter words, references and to-many sides with filters of their own, AND, OR, NOT, FORMULA. */
export function checkWhere(where: unknown, at: WherePlace, context: CheckContext): void {
  if (!isPlainObject(where)) {
    context.report(at.place, { code: 'where.shape', message: `A filter of ${at.object.name} must be an object of conditions.` });
    return;
  }
  for (const [key, condition] of Object.entries(where)) checkCondition(key, condition, { ...at, place: [...at.place, key] }, context);
}

function checkCondition(key: string, condition: unknown, at: WherePlace, context: CheckContext): void {
  if (key === 'AND' || key === 'OR') return checkBranches(key, condition, at, context);
  if (key === 'NOT') return checkWhere(condition, at, context);
  if (key === 'FORMULA') return checkFormulaOf(condition, at, context);
  const relation = at.object.relationByName.get(key);
  if (relation) return checkRelated(relation.object, condition, at, context);
  const field = at.object.fieldByName.get(key) ?? at.object.fields.find((one) => valueName(one) === key);
  if (!field) return reportUnknown(key, at, context);
  const target = field.target !== undefined && key === field.name ? context.model.objectByName.get(field.target) : undefined;
  if (target && !usesOperators(condition)) return checkWhere(condition, { ...at, object: target }, context);
  checkOperators(field, condition, at, context);
}

function checkFormulaOf(formula: unknown, { object, place }: WherePlace, context: CheckContext): void {
  if (typeof formula === 'string') checkRecordFormula(formula, { object, expected: 'boolean', place }, context);
  else context.report(place, { code: 'where.shape', message: '"FORMULA" takes the text of a formula.' });
}

function checkBranches(key: string, branches: unknown, at: WherePlace, context: CheckContext): void {
  if (!Array.isArray(branches)) {
    context.report(at.place, { code: 'where.shape', message: `"${key}" takes a list of filters.` });
    return;
  }
  branches.forEach((branch, index) => checkWhere(branch, { ...at, place: [...at.place, index] }, context));
}

const quantifiers = ['some', 'none', 'every'];

function checkRelated(objectName: string, condition: unknown, at: WherePlace, context: CheckContext): void {
  const object = context.model.objectByName.get(objectName);
  if (!object || !isPlainObject(condition)) {
    context.report(at.place, { code: 'where.shape', message: `A filter through a list must say "some", "none" or "every".` });
    return;
  }
  for (const [quantifier, where] of Object.entries(condition)) {
    const place = [...at.place, quantifier];
    if (quantifiers.includes(quantifier)) checkWhere(where, { object, place }, context);
    else context.report(place, { code: 'where.operator', message: `A filter through a list takes "some", "none" or "every", not "${quantifier}".`, ...optionalHint(nearMissHint(quantifier, quantifiers)) });
  }
}

function checkOperators(field: FieldModel, condition: unknown, at: WherePlace, context: CheckContext): void {
  const known = fieldType(field.value.type).operators;
  if (!isPlainObject(condition)) {
    context.report(at.place, { code: 'where.shape', message: `The condition on "${field.name}" must be an object such as { "${known[0] ?? 'eq'}": … }.` });
    return;
  }
  for (const operator of Object.keys(condition)) {
    if ((known as readonly string[]).includes(operator)) continue;
    context.report([...at.place, operator], faultOf('where.operator', { ...noFilter, words: { field: field.name, object: at.object.name, operator } }, nearMissSentence(operator, known)));
  }
}

/** `{ "owner": { "eq": "me" } }` compares the reference itself; `{ "owner": { "name": … } }` looks at what it points to. */
function usesOperators(condition: unknown): boolean {
  return isPlainObject(condition) && Object.keys(condition).some((key) => Object.hasOwn(operators satisfies Record<OperatorName, unknown>, key));
}

function reportUnknown(key: string, at: WherePlace, context: CheckContext): void {
  if (context.unsure.has(`${at.object.name}.${key}`)) return;
  const names = [...at.object.fields.map((field) => field.name), ...at.object.relations.map((relation) => relation.name)];
  context.report(at.place, faultOf('field.unknown', { ...nothingToFilter, words: { object: at.object.name, key } }, nearMissSentence(key, names)));
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const nothingToFilter: Wording = {
  en: '{object} has no field or list "{key}" to filter by.', 'zh-TW': '{object} 沒有可用來篩選的欄位或清單「{key}」。', 'zh-CN': '{object} 没有可用来筛选的字段或列表“{key}”。',
};
const noFilter: Wording = {
  en: '"{field}" of {object} cannot be filtered by "{operator}".', 'zh-TW': '{object} 的「{field}」不能用「{operator}」篩選。', 'zh-CN': '{object} 的“{field}”不能用“{operator}”筛选。',
};
