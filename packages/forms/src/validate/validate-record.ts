import type { FieldSettings, JsonSchema, JsonValue } from '@guanxi/field-types';
import { type FieldDescription, type ObjectDescription, valueName } from '@guanxi/metadata';
import type { FormValues } from '../form-values.js';
import { fieldOfInput, writeInput } from '../record-conversion.js';
import type { FieldProblem, FieldProblems, FormTree } from '../resolve/form-tree.js';
import { expectedCodes } from './expected-values.js';
import type { SchemaFailure, SchemaValidator } from './schema-validator.js';

/**
 * Judges a form by the record's JSON Schema and by what the layout requires: at most one problem per field, by field
 * name. Hidden and locked cells are not judged; the person could do nothing about them here.
 */
export function validateRecord(tree: FormTree, values: FormValues, check: { readonly object: ObjectDescription; readonly schema: JsonSchema; readonly validator: SchemaValidator }): FieldProblems {
  const open = tree.sections.filter(({ visible }) => visible).flatMap(({ cells }) => cells.filter(({ visible, enabled }) => visible && enabled));
  const judged = new Set(open.map(({ name }) => name));
  const problems: Record<string, readonly FieldProblem[]> = {};
  for (const [name, problem] of schemaProblems(check, values)) if (judged.has(name)) problems[name] = [problem];
  for (const { name, required } of open) {
    if (required && isBlank(values[name])) problems[name] = [{ code: 'required' }];
  }
  return problems;
}

function schemaProblems({ object, schema, validator }: { object: ObjectDescription; schema: JsonSchema; validator: SchemaValidator }, values: FormValues): Map<string, FieldProblem> {
  const input = presentOnly(writeInput(object, values));
  const found = new Map<string, FieldProblem>();
  for (const failure of validator(schema, input)) {
    const field = fieldOfInput(object, keyOf(failure.path));
    const problem = field && problemOf(failure, field);
    if (field && problem && !found.has(field.name)) found.set(field.name, problem);
  }
  const required = Array.isArray(schema['required']) ? (schema['required'] as readonly string[]) : [];
  for (const field of object.fields) {
    if (required.includes(valueName(field)) && !(valueName(field) in input)) found.set(field.name, { code: 'required' });
  }
  return found;
}

/** Blank values are judged as missing: "this is required" says more than "this is not of type string". */
function presentOnly(input: Readonly<Record<string, JsonValue>>): Record<string, JsonValue> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

/** Keywords with a sentence of their own, and the setting that stands in it; every other one says what kind was expected. */
const limits: Readonly<Record<string, { readonly code: string; readonly setting: string }>> = {
  maxLength: { code: 'tooLong', setting: 'maxLength' },
  minimum: { code: 'tooSmall', setting: 'minimum' },
  maximum: { code: 'tooLarge', setting: 'maximum' },
};

function problemOf({ keyword, path }: SchemaFailure, { type, settings }: FieldDescription): FieldProblem | undefined {
  if (path === '') return undefined;
  const limit = limits[keyword];
  const value = limit && settings[limit.setting];
  if (limit && typeof value === 'number') return { code: limit.code, values: { limit: value } };
  return { code: expectedCodes[type], ...sizeOf(settings) };
}

/** How many digits a decimal may have, for its sentence. */
function sizeOf({ precision, scale }: FieldSettings): Pick<FieldProblem, 'values'> {
  return typeof precision === 'number' && typeof scale === 'number' ? { values: { digits: precision - scale, decimals: scale } } : {};
}

function keyOf(path: string): string {
  return (path.split('/')[1] ?? '').replace(/~1/g, '/').replace(/~0/g, '~');
}

function isBlank(value: JsonValue | undefined): boolean {
  return value === null || value === undefined || value === '';
}
