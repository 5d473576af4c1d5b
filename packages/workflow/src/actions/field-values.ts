import { fieldType, type JsonSchema } from '@guanxi/field-types';
import type { FieldModel, ObjectModel, Problem } from '@guanxi/metadata';
import { readFormula } from '../expressions/read-formula.js';
import { nearestName } from '../definition/nearest-name.js';
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
    return [{ path: '/values', code: 'missing', message: `The step sets no field of ${target.label}.`, hint: 'Give at least one field a formula.' }];
  }
  return Object.entries(values).flatMap(([name, formula]) => {
    const path = `/values/${escapePointer(name)}`;
    const field = target.fieldByName.get(name);
    if (!field) return [unknownField(path, name, target)];
    if (!field.writable) return [{ path, code: 'read-only', message: `${field.label} of ${target.label} is set by the platform and cannot be written.` }];
    const read = readFormula(formula, context.model, context.object);
    if (!read.ok) return read.problems.map((problem) => ({ ...problem, path }));
    return fits(read.value.type, field) ? [] : [{
      path,
      code: 'type',
      message: `${field.label} of ${target.label} takes a ${wanted(field)}, but the formula ${formula} answers a ${read.value.type}.`,
    }];
  });
}

/** Fields that a new record needs and no value is given for. */
export function checkRequired(values: unknown, target: ObjectModel): Problem[] {
  if (!isTextRecord(values)) return [];
  return target.fields
    .filter((field) => field.required && field.writable && !field.system && !(field.name in values) && !hasDefault(field))
    .map((field) => ({ path: '/values', code: 'required', message: `${field.label} of ${target.label} must have a value, but the step sets none.` }));
}

export function isTextRecord(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((entry) => typeof entry === 'string');
}

function unknownField(path: string, name: string, target: ObjectModel): Problem {
  const near = nearestName(name, target.fields.filter((field) => field.writable).map((field) => field.name));
  return { path, code: 'unknown-field', message: `${target.label} has no field ${name}.`, ...(near && { hint: `Did you mean ${near}?` }) };
}

const textual = new Set(['text', 'picklist', 'reference']);

/** Texts, picklist values and record ids are all written as text; whether one is among the allowed is settled when it is written. */
function fits(answer: string, field: FieldModel): boolean {
  const { formulaType } = fieldType(field.type);
  return answer === formulaType || (textual.has(answer) && textual.has(formulaType));
}

function wanted(field: FieldModel): string {
  return fieldType(field.type).formulaType;
}

function hasDefault(field: FieldModel): boolean {
  return field.property['default'] !== undefined || fieldType(field.type).generated !== undefined;
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
