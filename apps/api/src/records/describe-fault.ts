import { fieldType, type JsonValue, type TextContext } from '@guanxi/field-types';
import { valueName, type FieldModel, type Model, type ObjectModel } from '@guanxi/metadata';
import type { WriteProblem } from '@guanxi/query';
import type { ErrorObject } from 'ajv';
import type { WriteFault } from './record-values.js';

export function missing(row: number, field: FieldModel): WriteFault {
  return { path: pointer(row, field), code: 'required', message: `${field.label} is required.` };
}

/** What a validator found, as a sentence about the field. Kinds explain their own form where they can. */
export function describeInvalid(row: number, field: FieldModel, value: unknown, error: ErrorObject, context: TextContext): WriteFault {
  const path = pointer(row, field);
  if (value === null || value === undefined) return missing(row, field);
  const said = typeof value === 'string' ? fieldType(field.type).parseText(value, field.settings, context) : undefined;
  if (said && !said.ok) {
    return { path, code: said.code, message: `${field.label}: ${said.message}`, ...(said.hint !== undefined && { hint: said.hint }) };
  }
  const describe = RULES[error.keyword];
  const rule = describe?.(error.params) ?? 'is not of the right form';
  return { path, code: CODES[error.keyword] ?? 'invalid', message: `${field.label} ${rule}: ${shorten(value)}.` };
}

const RULES: Readonly<Record<string, (params: Record<string, unknown>) => string>> = {
  maxLength: ({ limit }) => `may have at most ${String(limit)} characters`,
  minLength: ({ limit }) => `must have at least ${String(limit)} characters`,
  minimum: ({ limit }) => `must be at least ${String(limit)}`,
  maximum: ({ limit }) => `must be at most ${String(limit)}`,
  type: ({ type }) => `must be of the type ${Array.isArray(type) ? String(type[0]) : String(type)}`,
  enum: ({ allowedValues }) => `must be one of ${(allowedValues as unknown[]).filter((value) => value !== null).join(', ')}`,
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
}

/** What the database found, as a sentence. */
export function describeProblem({ row, field: name, code, version }: WriteProblem, written: Written): WriteFault {
  const { object } = written;
  const field = name === null ? undefined : object.fieldByName.get(name);
  const value = field ? String(written.values(row)[field.name] ?? '') : '';
  const path = field ? pointer(row, field) : `/${row}`;
  return PROBLEMS[code]({ path, object, field, value, id: written.id(row), version, model: written.model });
}

interface ProblemFacts {
  readonly path: string;
  readonly object: ObjectModel;
  readonly field: FieldModel | undefined;
  readonly value: string;
  readonly id: string;
  readonly version: number | null;
  readonly model: Model;
}

const PROBLEMS: Record<WriteProblem['code'], (facts: ProblemFacts) => WriteFault> = {
  NOT_FOUND: ({ path, object, id }) => ({ path, code: 'not-found', message: `There is no ${object.label} with the id ${id}.` }),
  FORBIDDEN: ({ path, object, id }) => ({ path, code: 'forbidden', message: `You may see the ${object.label} ${id}, but not change it.` }),
  CONFLICT: ({ path, object, version }) => ({
    path,
    code: 'conflict',
    message: `The ${object.label} was changed by somebody else meanwhile: it has version ${version} now.`,
    hint: 'Read the record again and lay your change over it.',
    ...(version !== null && { version }),
  }),
  REFERENCE_NOT_FOUND: ({ path, field, value, model }) => {
    const target = model.objectByName.get(field?.target ?? '');
    return { path, code: 'reference-not-found', message: `${field?.label}: there is no ${target?.label ?? 'record'} with the id ${value}.` };
  },
  NOT_UNIQUE: ({ path, object, field, value }) => notUnique(path, object, field, value),
};

export function notUnique(path: string, object: ObjectModel, field: FieldModel | undefined, value: string): WriteFault {
  return { path, code: 'not-unique', message: `Another ${object.label} already has the ${field?.label} "${value}".` };
}

export function pointer(row: number, field: FieldModel): string {
  return `/${row}/${valueName(field)}`;
}
