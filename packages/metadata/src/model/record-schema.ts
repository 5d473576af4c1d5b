import { fieldType, type JsonSchema } from '@guanxi/field-types';
import { valueName } from '../naming/index.js';
import type { FieldModel, Model, ObjectModel } from './model.js';

export type SchemaPurpose = 'create' | 'update' | 'read';

/**
 * The JSON Schema (2020-12) of an object's records as the API carries them: references as `customerId`, decimals as text.
 * `create` asks for what is required and has no default, `update` for nothing; `read` has every field.
 */
export function recordSchema(model: Model, objectName: string, purpose: SchemaPurpose): JsonSchema {
  const object = model.objectByName.get(objectName);
  if (!object) throw new RangeError(`There is no object "${objectName}".`);
  const fields = object.fields.filter((field) => (purpose === 'read' ? isRead(field) : field.writable));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: object.label,
    ...(object.description === undefined ? {} : { description: object.description }),
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [valueName(field), propertyOf(field, object, purpose)])),
    required: fields.filter((field) => isAsked(field, purpose)).map(valueName),
    additionalProperties: false,
  };
}

/** Lists are asked for by themselves, and a polymorphic lookup is read by the lookups it stands for. */
function isRead({ storage }: FieldModel): boolean {
  return storage !== 'through' && storage !== 'members';
}

function isAsked(field: FieldModel, purpose: SchemaPurpose): boolean {
  if (purpose === 'read') return true;
  return purpose === 'create' && field.required && field.default === undefined && !field.system;
}

function propertyOf(field: FieldModel, object: ObjectModel, purpose: SchemaPurpose): JsonSchema {
  const schema = fieldType(field.value.type).valueSchema(field.value.settings);
  return {
    title: field.label,
    ...(field.help === undefined ? {} : { description: field.help }),
    ...(field.required || mayNotBeNull(field, object, purpose) ? schema : nullable(schema)),
    ...(purpose === 'create' && field.default !== undefined ? { default: field.default } : {}),
    ...(purpose === 'read' && !field.writable ? { readOnly: true } : {}),
  };
}

/** A value that the platform makes is there in every record that is read. */
function mayNotBeNull(field: FieldModel, object: ObjectModel, purpose: SchemaPurpose): boolean {
  return purpose === 'read' && !object.platform && fieldType(field.type).generated !== undefined;
}

/** Keywords for texts and numbers let null pass by themselves; only these do not. */
const closed = ['enum', 'const', 'oneOf', 'anyOf', 'allOf', '$ref'];

function nullable(schema: JsonSchema): JsonSchema {
  if (typeof schema['type'] === 'string' && !closed.some((keyword) => keyword in schema)) return { ...schema, type: [schema['type'], 'null'] };
  if (Array.isArray(schema['enum']) && !closed.some((keyword) => keyword !== 'enum' && keyword in schema)) {
    const { type, ...rest } = schema;
    return { ...rest, ...(typeof type === 'string' ? { type: [type, 'null'] } : {}), enum: [...(schema['enum'] as readonly unknown[]), null] };
  }
  return { anyOf: [schema, { type: 'null' }] };
}
