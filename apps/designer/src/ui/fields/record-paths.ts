import { fieldType, type JsonValue } from '@guanxi/field-types';
import type { FormulaValue } from '@guanxi/formula';
import { valueName, type FieldDescription, type ObjectDescription } from '@guanxi/metadata';

type Objects = readonly ObjectDescription[];
type Answer = Readonly<Record<string, unknown>>;

/** What to ask the record API for, so that `readPath` finds the value of a formula's path in the answer. */
export function selectPath(objects: Objects, object: ObjectDescription, path: readonly string[]): string {
  const { field, rest, target } = step(objects, object, path);
  if (!field) return '';
  if (rest.length === 0 || isItsId(field, rest)) return valueName(field) + (field.parts ? ` { ${field.parts.join(' ')} }` : '');
  if (target) return `${field.name} { ${selectPath(objects, target, rest)} }`;
  return field.parts ? `${field.name} { ${rest[0] ?? ''} }` : '';
}

/** The value behind a formula's path; blank where a record has none. */
export function readPath(objects: Objects, object: ObjectDescription, answer: Answer, path: readonly string[]): FormulaValue | number {
  const { field, rest, target } = step(objects, object, path);
  if (!field) return null;
  if (rest.length === 0 || isItsId(field, rest)) return asFormulaValue(answer[valueName(field)]);
  const within = answer[field.name];
  if (typeof within !== 'object' || within === null) return null;
  if (target) return readPath(objects, target, within as Answer, rest);
  return asFormulaValue(fieldType(field.value.type).parts?.[rest[0] ?? '']?.read(within as JsonValue));
}

function step(objects: Objects, object: ObjectDescription, [name, ...rest]: readonly string[]): { readonly field: FieldDescription | undefined; readonly rest: readonly string[]; readonly target: ObjectDescription | undefined } {
  const field = object.fields.find((candidate) => candidate.name === name);
  return { field, rest, target: objects.find((candidate) => candidate.name === field?.target) };
}

function isItsId(field: FieldDescription, rest: readonly string[]): boolean {
  return field.target !== undefined && rest.length === 1 && rest[0] === 'id';
}

/** What the API answers is what formulas calculate with: decimals as texts, several values as a list, a place as its pieces. */
function asFormulaValue(value: unknown): FormulaValue | number {
  return (value ?? null) as FormulaValue | number;
}
