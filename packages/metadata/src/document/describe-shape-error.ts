import type { ErrorObject } from 'ajv/dist/2020.js';
import { jsonPointer } from '../json-pointer.js';
import type { Problem } from '../problem.js';
import { nearMissHint } from './near-miss.js';

/** Says in a sentence what ajv found. */
export function describeShapeError(error: ErrorObject, address: string): Problem {
  const found = (describers[error.keyword] ?? describeOther)(error);
  const path = `${address}${error.instancePath}${found.below === undefined ? '' : jsonPointer(found.below)}`;
  const place = error.instancePath === '' ? 'The document' : `"${error.instancePath.slice(1).replaceAll('/', '.')}"`;
  return {
    path,
    code: `schema.${error.keyword}`,
    message: `${place} ${found.predicate}.`,
    ...(found.hint === undefined ? {} : { hint: found.hint }),
  };
}

interface Description {
  readonly predicate: string;
  readonly hint?: string | undefined;
  /** The key below the place that the problem is about. */
  readonly below?: string;
}

const describers: Readonly<Record<string, (error: ErrorObject) => Description>> = {
  required: ({ params }) => ({ predicate: `lacks ${quote(params['missingProperty'])}`, below: String(params['missingProperty']) }),
  additionalProperties: ({ params, parentSchema }) => {
    const key = String(params['additionalProperty']);
    return { predicate: `has ${quote(key)}, which is not known there`, hint: nearMissHint(key, keysOf(parentSchema)), below: key };
  },
  type: ({ params, data }) => ({ predicate: `must be ${typeName(params['type'])}, but is ${valueName(data)}` }),
  enum: ({ params, data }) => {
    const allowed = (params['allowedValues'] as readonly unknown[]).map(String);
    return { predicate: `cannot be ${show(data)}`, hint: nearMissHint(String(data), allowed) ?? `It can be ${allowed.map(quote).join(', ')}.` };
  },
  const: ({ params, data }) => ({ predicate: `must be ${show(params['allowedValue'])}, but is ${show(data)}` }),
  pattern: ({ params, data, parentSchema, propertyName }) => ({
    predicate: propertyName === undefined
      ? `is ${show(data)}, which is not of the form ${String(params['pattern'])}`
      : `has the key ${quote(propertyName)}, which is not of the form ${String(params['pattern'])}`,
    hint: textOf(parentSchema?.['description']),
  }),
  minLength: ({ params }) => ({ predicate: params['limit'] === 1 ? 'must not be empty' : `must have at least ${String(params['limit'])} characters` }),
  maxLength: ({ params, data }) => ({ predicate: `has ${String(data).length} characters; ${String(params['limit'])} are the most` }),
  minItems: ({ params }) => ({ predicate: params['limit'] === 1 ? 'must not be empty' : `must have at least ${String(params['limit'])} entries` }),
  uniqueItems: ({ params, data }) => ({ predicate: `names ${show((data as readonly unknown[])[Number(params['i'])])} twice` }),
  minProperties: describeOneKey,
  maxProperties: describeOneKey,
};

function describeOneKey({ parentSchema }: ErrorObject): Description {
  return { predicate: `must have exactly one of the keys ${keysOf(parentSchema).map(quote).join(', ')}` };
}

function describeOther({ message }: ErrorObject): Description {
  return { predicate: message ?? 'is not valid' };
}

function keysOf(schema: object | undefined): readonly string[] {
  const properties = schema && 'properties' in schema ? schema.properties : undefined;
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

function typeName(type: unknown): string {
  const types = Array.isArray(type) ? (type as readonly string[]) : [String(type)];
  return types.map((one) => typeNames[one] ?? one).join(' or ');
}

function valueName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `${typeof value === 'string' ? 'the text' : typeof value === 'number' ? 'the number' : ''} ${show(value)}`.trim();
}

const quote = (text: unknown): string => `"${String(text)}"`;

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
