import { fieldType, type JsonValue } from '@guanxi/field-types';
import type { FormulaReader, FormulaValue } from '@guanxi/formula';
import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';
import type { FormValues } from '../form-values.js';

/** The person a form is for. */
export interface FormUser {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

/** The org, as formulas may name it. */
export interface FormOrg {
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
}

export interface FormFacts {
  readonly user: FormUser;
  readonly org?: FormOrg;
  /** Values of related records (paths of more than one part); unknown ones are blank. */
  readonly readRelated?: FormulaReader;
}

/** Answers the paths of a form's formulas from the values of its record. */
export function formReader(object: Pick<ObjectDescription, 'fields'>, values: FormValues, { user, org, readRelated }: FormFacts): FormulaReader {
  const fields = new Map(object.fields.map((field) => [field.name, field]));
  const person: Readonly<Record<string, FormulaValue>> = { id: user.id, name: user.name, email: user.email ?? null, active: true };
  return (path) => {
    const [name = '', next = ''] = path;
    if (name === '$User') return person[next] ?? null;
    if (name === '$Org') return (org as Readonly<Record<string, string>> | undefined)?.[next] ?? null;
    const field = fields.get(name);
    const value = values[name] ?? null;
    if (path.length === 1) return field ? formulaValue(value, field) : null;
    if (path.length === 2 && next === 'id' && field?.target !== undefined) return formulaValue(value, field);
    const part = path.length === 2 && field ? fieldType(field.value.type).parts?.[next] : undefined;
    if (part) return value === null ? null : scalarValue(part.read(value));
    return readRelated?.(path) ?? null;
  };
}

/** Values of a form under change may be of the wrong type for a moment; formulas see those as they see blanks. */
function formulaValue(value: JsonValue, field: FieldDescription): FormulaValue | number {
  const type = field.target === undefined ? fieldType(field.value.type).formulaType : 'reference';
  if (type === 'multipicklist') return Array.isArray(value) ? value.map(String) : null;
  if (type === 'location' && typeof value === 'object' && value !== null) return value as unknown as FormulaValue;
  return scalarValue(value);
}

function scalarValue(value: JsonValue): FormulaValue | number {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
