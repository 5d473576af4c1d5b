import { asWord, fieldType, say, type JsonValue, type TextContext, type Wording } from '@guanxi/field-types';
import { fieldWord, objectWord, valueName, type FieldModel, type Model, type ObjectModel } from '@guanxi/metadata';
import type { WriteProblem } from '@guanxi/query';
import type { ErrorObject } from 'ajv';
import { faults, otherRule, rules } from './fault-wording.js';
import type { WriteFault } from './record-values.js';

export function missing(row: number, field: FieldModel, locale: string): WriteFault {
  return { path: pointer(row, field), code: 'required', message: say({ ...faults.required, words: { field: fieldWord(field) } }, locale) };
}

/** What a validator found, as a sentence about the field in the language of `locale`. Kinds explain their own form where they can. */
export function describeInvalid(row: number, field: FieldModel, value: unknown, error: ErrorObject, context: TextContext): WriteFault {
  const path = pointer(row, field);
  const { locale } = context;
  if (value === null || value === undefined) return missing(row, field, locale);
  const parsed = typeof value === 'string' ? fieldType(field.type).parseText(value, field.settings, context) : undefined;
  if (parsed && !parsed.ok) {
    const { message: said, ...hint } = parsed.tell(locale);
    return { path, code: parsed.code, message: say({ ...faults.said, words: { field: fieldWord(field), said } }, locale), ...hint };
  }
  const words = { field: fieldWord(field), limit: LIMITS[error.keyword]?.(error.params) ?? '', value: shorten(value) };
  return { path, code: CODES[error.keyword] ?? 'invalid', message: say({ ...(rules[error.keyword] ?? otherRule), words }, locale) };
}

const limit = (params: Record<string, unknown>): string => String(params['limit']);

const LIMITS: Readonly<Record<string, (params: Record<string, unknown>) => string>> = {
  maxLength: limit,
  minLength: limit,
  minimum: limit,
  maximum: limit,
  type: ({ type }) => (Array.isArray(type) ? String(type[0]) : String(type)),
  enum: ({ allowedValues }) => (allowedValues as unknown[]).filter((value) => value !== null).join(', '),
};

const CODES: Readonly<Record<string, string>> = { maxLength: 'too-long', minLength: 'too-short', minimum: 'too-small', maximum: 'too-large', enum: 'not-a-choice' };

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

interface Written {
  readonly model: Model;
  readonly object: ObjectModel;
  /** Values of a row by field name, to be named in messages. */
  readonly values: (row: number) => Readonly<Record<string, JsonValue>>;
  readonly id: (row: number) => string;
  readonly locale: string;
}

/** What the database found, as a sentence. */
export function describeProblem({ row, field: name, code, version }: WriteProblem, written: Written): WriteFault {
  const { object, model, locale } = written;
  const field = name === null ? undefined : object.fieldByName.get(name);
  const target = model.objectByName.get(field?.target ?? '');
  const words = {
    object: objectWord(object),
    field: field ? fieldWord(field) : '',
    target: target ? objectWord(target) : asWord(faults.record),
    value: field ? String(written.values(row)[field.name] ?? '') : '',
    id: written.id(row),
    version: String(version),
  };
  const { hint, ...fault } = PROBLEMS[code];
  return {
    path: field ? pointer(row, field) : `/${row}`,
    code: fault.code,
    message: say({ ...fault.wording, words }, locale),
    ...(hint && { hint: say(hint, locale) }),
    ...(code === 'CONFLICT' && version !== null && { version }),
  };
}

const PROBLEMS: Readonly<Record<WriteProblem['code'], { readonly code: string; readonly wording: Wording; readonly hint?: Wording }>> = {
  NOT_FOUND: { code: 'not-found', wording: faults.noRecord },
  FORBIDDEN: { code: 'forbidden', wording: faults.mayOnlySee },
  CONFLICT: { code: 'conflict', wording: faults.conflict, hint: faults.readAgain },
  REFERENCE_NOT_FOUND: { code: 'reference-not-found', wording: faults.noReference },
  NOT_UNIQUE: { code: 'not-unique', wording: faults.notUnique },
};

/** Two rows that are written together have the same value. */
export function notUnique(row: number, object: ObjectModel, field: FieldModel, value: string, locale: string): WriteFault {
  const words = { object: objectWord(object), field: fieldWord(field), value };
  return { path: pointer(row, field), code: 'not-unique', message: say({ ...faults.notUnique, words }, locale) };
}

export function pointer(row: number, field: FieldModel): string {
  return `/${row}/${valueName(field)}`;
}
