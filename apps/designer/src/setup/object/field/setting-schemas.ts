import { fieldType, type FieldTypeName, type JsonSchema } from '@guanxi/field-types';

export interface SettingSchema {
  readonly name: string;
  readonly schema: JsonSchema;
  /** Its place below the property, for problems: `/maxLength`, `/guanxi/scale`. */
  readonly pointer: string;
}

/** What can be set on a field of a kind, as the kind itself describes its property documents. */
export function settingSchemas(kind: FieldTypeName): readonly SettingSchema[] {
  const { properties } = fieldType(kind).propertySchema;
  const { guanxi, ...keywords } = properties;
  const own = Object.entries(guanxi.properties).filter(([name]) => name !== 'type').map(([name, schema]) => ({ name, schema, pointer: `/guanxi/${name}` }));
  const standard = Object.entries(keywords).filter(([, schema]) => !('const' in schema)).map(([name, schema]) => ({ name, schema, pointer: `/${name}` }));
  return [...own, ...standard];
}
