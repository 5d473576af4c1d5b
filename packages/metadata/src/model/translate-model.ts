import { indexFields } from './index-fields.js';
import { fieldHelp, fieldLabel, objectDescription, objectLabel, objectPluralLabel } from './labels.js';
import type { FieldModel, Model, ObjectModel } from './model.js';

/** The model as people of a language read it: for descriptions, not for plans or checks. */
export function translateModel(model: Model, locale: string): Model {
  const objects = model.objects.map((object) => translateObject(object, locale));
  return { ...model, objects, objectByName: new Map(objects.map((object) => [object.name, object])), objectById: new Map(objects.map((object) => [object.id, object])) };
}

function translateObject(object: ObjectModel, locale: string): ObjectModel {
  const fields = object.fields.map((field) => translateField(field, locale));
  const description = objectDescription(object, locale);
  return { ...object, label: objectLabel(object, locale), pluralLabel: objectPluralLabel(object, locale), ...(description === undefined ? {} : { description }), ...indexFields(fields, object.relations) };
}

/** A field without a help text that is called something else in the language is explained by that. */
function translateField(field: FieldModel, locale: string): FieldModel {
  const label = fieldLabel(field, locale);
  const help = fieldHelp(field, locale) ?? (label === field.label ? undefined : label);
  return { ...field, label, ...(help === undefined ? {} : { help }) };
}
