import { fieldType, type JsonSchema } from '@guanxi/field-types';
import type { FormulaType } from '@guanxi/formula';
import { jsonPointer, nearMissHint, type FieldModel, type ObjectModel, type Problem } from '@guanxi/metadata';
import { readFormula } from '../expressions/read-formula.js';
import type { ActionContext } from './action.js';

/** Input schema of the values that a step writes: a formula for each field. */
export const fieldValuesSchema: JsonSchema = {
  type: 'object',
  title: 'Values',
  description: 'A formula over the workflow’s record for each field that is set.',
  format: 'field-values',
  additionalProperties: { type: 'string', format: 'formula' },
  minProperties: 1,
};

/** Checks the formulas against the fields of `target` they are written to. */
export function checkFieldValues(values: unknown, target: ObjectModel, context: ActionContext): Problem[] {
  if (!isTextRecord(values) || Object.keys(values).length === 0) {
    return [{ path: '/values', code: 'values.missing', message: `The step sets no field of ${target.label}.`, hint: 'Give at least one field a formula.' }];
  }
  return Object.entries(values).flatMap(([name, formula]) => {
    const path = jsonPointer('values', name);
    const field = target.fieldByName.get(name);
    if (!field) return [unknownField(path, name, target)];
    if (!field.writable) return [{ path, code: 'field.read-only', message: `${field.label} of ${target.label} is set by the platform and cannot be written.` }];
    const read = readFormula(formula, context, typeInFormulas(field));
    return read.ok ? [] : read.problems.map((problem) => ({ ...problem, path }));
  });
}

/** Fields that a new record needs and no value is given for. */
export function checkRequired(values: unknown, target: ObjectModel): Problem[] {
  if (!isTextRecord(values)) return [];
  return target.fields
    .filter((field) => field.required && field.writable && !field.system && !(field.name in values) && !hasDefault(field))
    .map((field) => ({ path: '/values', code: 'values.required', message: `${field.label} of ${target.label} must have a value, but the step sets none.` }));
}

export function isTextRecord(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((entry) => typeof entry === 'string');
}

function unknownField(path: string, name: string, target: ObjectModel): Problem {
  const hint = nearMissHint(name, target.fields.filter((field) => field.writable).map((field) => field.name));
  return { path, code: 'field.unknown', message: `${target.label} has no field ${name}.`, ...(hint && { hint }) };
}

/** Texts, picklist values and record ids stand for each other here; whether one is among the allowed shows when it is written. */
function typeInFormulas(field: FieldModel): FormulaType {
  return field.target === undefined ? fieldType(field.type).formulaType : 'reference';
}

function hasDefault(field: FieldModel): boolean {
  return field.default !== undefined || fieldType(field.type).generated !== undefined;
}
