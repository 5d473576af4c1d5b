import type { JsonSchema } from '@guanxi/field-types';

/** Parts that the meta-schemas of several document kinds are made of. */
export const someText: JsonSchema = { type: 'string', minLength: 1, maxLength: 255 };
export const longerText: JsonSchema = { type: 'string', maxLength: 4000 };
export const name: JsonSchema = { type: 'string', minLength: 1, maxLength: 100 };
export const formula: JsonSchema = { type: 'string', minLength: 1, maxLength: 10000, description: 'A formula over the record.' };
export const names: JsonSchema = { type: 'array', items: name, uniqueItems: true };

export const id: JsonSchema = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  pattern: '^[A-Za-z0-9_.:-]+$',
  description: 'Stays the same when the name changes, so that a rename is known as one.',
};

export const translations: JsonSchema = {
  type: 'object',
  description: 'The same in other languages, by BCP 47 tag.',
  propertyNames: { pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' },
  additionalProperties: someText,
};

/** Keys that every document has. */
export function documentSchemaOf(kind: string, content: { readonly properties: JsonSchema; readonly required: readonly string[] }): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:guanxi:document:${kind}`,
    type: 'object',
    properties: { $schema: { type: 'string' }, kind: { const: kind }, name, guanxi: onlyId, ...content.properties },
    required: ['kind', 'name', 'guanxi', ...content.required],
    additionalProperties: false,
  };
}

const onlyId: JsonSchema = { type: 'object', properties: { id }, required: ['id'], additionalProperties: false };

/** An object with exactly one of these keys; errors then tell of that key alone, which `oneOf` would not. */
export function oneKey(properties: JsonSchema): JsonSchema {
  return { type: 'object', properties, additionalProperties: false, minProperties: 1, maxProperties: 1 };
}
