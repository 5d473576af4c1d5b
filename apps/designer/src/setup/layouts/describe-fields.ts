import type { FieldTypeName } from '@guanxi/field-types';
import { translate, type ObjectDocument, type Translations } from '@guanxi/metadata';
import type { TFunction } from 'i18next';
import { buildSystemFieldNames } from './system-field-names.js';

/** A field as the palette and the canvas show it. */
export interface PlaceableField {
  readonly name: string;
  readonly title: string;
  readonly type: FieldTypeName;
  readonly isRequired: boolean;
  readonly isSystem: boolean;
}

/** Every field that a layout of the object can show. */
export function describeFields(object: ObjectDocument, t: TFunction, language: string): readonly PlaceableField[] {
  const own = Object.entries(object.properties).map(([name, property]) => ({
    name,
    title: translate(property.title ?? name, property.guanxi['titles'] as Translations | undefined, language),
    type: property.guanxi.type,
    isRequired: object.required?.includes(name) ?? false,
    isSystem: false,
  }));
  const system = buildSystemFieldNames(object).map(({ name, type }) => ({ name, title: t(`setup.systemField.${name}`, { defaultValue: name }), type, isRequired: false, isSystem: true }));
  return [...own, ...system];
}
