import { recordSchema, type Model } from '@guanxi/metadata';
import type { JsonSchema } from '@guanxi/field-types';
import type { Access } from '@guanxi/query';

/** The JSON Schema of an object's records without the fields that this person may not read. */
export function readableRecordSchema(model: Model, objectName: string, access: Access): JsonSchema {
  const schema = recordSchema(model, objectName, 'read');
  const readable = access.objects.get(objectName)?.readableFields;
  const hidden = new Set(
    (model.objectByName.get(objectName)?.fields ?? [])
      .filter(({ name }) => !readable?.has(name))
      .flatMap(({ name }) => [name, `${name}Id`]),
  );
  if (hidden.size === 0) return schema;
  const { properties, required } = schema as { readonly properties?: JsonSchema; readonly required?: readonly string[] };
  return {
    ...schema,
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !hidden.has(name))) }),
    ...(required && { required: required.filter((name) => !hidden.has(name)) }),
  };
}
