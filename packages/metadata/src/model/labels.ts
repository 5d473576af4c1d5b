import { translate } from '@guanxi/field-types';
import type { Translations } from '../document/documents.js';
import type { FieldModel, ObjectModel, RelationModel, Model } from './model.js';
import { platformTitles } from './system-fields.js';

export { translate };

export function objectLabel(object: ObjectModel, locale: string): string {
  return translate(object.label, object.document?.guanxi.titles ?? (object.platform ? platformTitles[object.name] : undefined), locale);
}

export function objectPluralLabel(object: ObjectModel, locale: string): string {
  return translate(object.pluralLabel, object.document?.guanxi.pluralTitles ?? (object.platform ? platformTitles[object.name] : undefined), locale);
}

export function objectDescription(object: ObjectModel, locale: string): string | undefined {
  return object.description === undefined ? undefined : translate(object.description, object.document?.guanxi.descriptions, locale);
}

export function fieldLabel(field: FieldModel, locale: string): string {
  return translate(field.label, translationsOf(field.property.guanxi['titles']), locale);
}

export function fieldHelp(field: FieldModel, locale: string): string | undefined {
  return field.help === undefined ? undefined : translate(field.help, translationsOf(field.property.guanxi['helps']), locale);
}

/** What the lookup says, else the plural of the object, with the field where that alone would not tell it apart. */
export function relationLabel(model: Model, relation: RelationModel, locale: string): string {
  const object = model.objectByName.get(relation.object);
  const field = object?.fieldByName.get(relation.field);
  if (!object || !field) return relation.label;
  const inverse = field.property.guanxi['inverse'];
  const titles = typeof inverse === 'object' && inverse !== null && 'titles' in inverse ? translationsOf(inverse.titles) : undefined;
  if (titles) return translate(relation.label, titles, locale);
  if (relation.label === object.pluralLabel) return objectPluralLabel(object, locale);
  return relation.label === `${object.pluralLabel} (${field.label})`
    ? `${objectPluralLabel(object, locale)} (${fieldLabel(field, locale)})`
    : relation.label;
}

function translationsOf(value: unknown): Translations | undefined {
  return typeof value === 'object' && value !== null ? (value as Translations) : undefined;
}
