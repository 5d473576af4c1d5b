import { fieldTypes, type JsonSchema } from '@guanxi/field-types';
import { everyKeyword } from './field-keywords.js';
import { objectKeywords } from './object-keywords.js';
import { documentSchemaOf, longerText, names, someText } from './parts.js';

/** The meta-schema of object documents; what a property may say comes from its kind of field. */
export function makeObjectSchema(): JsonSchema {
  const offered = Object.values(fieldTypes).filter((type) => !type.system);
  const kinds = offered.map((type) => type.name);
  return {
    ...documentSchemaOf('object', {
      properties: {
        title: someText,
        description: longerText,
        type: { const: 'object' },
        properties: { type: 'object', additionalProperties: { $ref: '#/$defs/field' } },
        required: names,
        guanxi: {
          type: 'object',
          properties: objectKeywords,
          required: ['id'],
          additionalProperties: false,
        },
      },
      required: ['title', 'type', 'properties'],
    }),
    $defs: {
      field: {
        type: 'object',
        properties: {
          guanxi: { type: 'object', properties: { type: { enum: kinds } }, required: ['type'] },
        },
        required: ['guanxi'],
        allOf: kinds.map((kind) => ({ if: isOfKind(kind), then: { $ref: `#/$defs/${kind}` } })),
      },
      ...Object.fromEntries(offered.map((type) => [type.name, completeProperty(type.name, type.propertySchema)])),
    },
  };
}

const isOfKind = (kind: string): JsonSchema => ({
  type: 'object',
  properties: { guanxi: { type: 'object', properties: { type: { const: kind } }, required: ['type'] } },
  required: ['guanxi'],
});

/** What a property may say whatever its kind. */
const everyProperty: JsonSchema = {
  title: someText,
  description: longerText,
  default: { description: 'The value of new records that are made without one.' },
};

function completeProperty(kind: string, schema: JsonSchema): JsonSchema {
  const properties = childOf(schema, 'properties');
  const keyword = childOf(properties, 'guanxi');
  return {
    ...schema,
    type: 'object',
    properties: {
      ...everyProperty,
      ...properties,
      guanxi: {
        ...keyword,
        type: 'object',
        properties: { ...everyKeyword, ...childOf(keyword, 'properties'), type: { const: kind } },
        required: [...new Set(['id', 'type', ...listOf(keyword, 'required')])],
        additionalProperties: false,
      },
    },
    required: [...new Set(['guanxi', ...listOf(schema, 'required')])],
    additionalProperties: false,
  };
}

function childOf(schema: JsonSchema, key: string): JsonSchema {
  const child = schema[key];
  return typeof child === 'object' && child !== null ? (child as JsonSchema) : {};
}

function listOf(schema: JsonSchema, key: string): readonly string[] {
  const list = schema[key];
  return Array.isArray(list) ? (list as readonly string[]) : [];
}
