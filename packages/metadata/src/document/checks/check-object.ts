import { fieldType } from '@guanxi/field-types';
import { fieldNameFault, isQueryField, listNameFault, objectNameFault, valueName } from '../../naming/index.js';
import { nameKinds } from '../../model/lay-out-object.js';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { checkValue } from '../check-shape.js';
import type { ObjectDocument } from '../documents.js';
import { nearMissHint } from '../near-miss.js';
import { findObject, optionalHint, type CheckContext } from './check-context.js';
import { reportFaults } from './check-record-formula.js';

/** What the meta-schema cannot say about an object: names, what they refer to, defaults. */
export function checkObject(document: ObjectDocument, context: CheckContext): void {
  const object = context.model.objectByName.get(document.name);
  if (!object) return;
  checkObjectNames(object, context);
  checkNameField(document, object, context);
  checkRequired(document, object, context);
  for (const field of object.fields) if (!field.system) checkField(field, object, context);
  checkClashes(object, context);
  reportFaults(context);
}

function checkObjectNames(object: ObjectModel, context: CheckContext): void {
  const fault = objectNameFault(object.name);
  if (fault) context.report(['name'], { code: 'name.invalid', message: `The object name "${object.name}" ${fault}.` });
  const pluralFault = listNameFault(object.plural);
  if (!fault && pluralFault) {
    context.report(['guanxi', 'plural'], { code: 'name.invalid', message: `The plural "${object.plural}" ${pluralFault}.` });
  }
  for (const name of [object.singular, object.plural]) {
    if (isQueryField(name)) context.report(['name'], { code: 'name.reserved', message: `"${name}" is a field of the API itself, so the object "${object.name}" cannot be called so there.` });
  }
}

function checkNameField(document: ObjectDocument, object: ObjectModel, context: CheckContext): void {
  const named = document.guanxi.nameField;
  const possible = object.fields.filter((field) => !field.system && nameKinds.includes(field.type));
  const field = object.fieldByName.get(named ?? object.nameField);
  if (field && possible.includes(field)) return;
  if (named !== undefined && context.unsure.has(`${object.name}.${named}`)) return;
  if (named === undefined && [...context.unsure].some((one) => one.startsWith(`${object.name}.`))) return;
  context.report(['guanxi', 'nameField'], {
    code: 'nameField.unsuitable',
    message: named === undefined
      ? `${object.name} has no text, person name or auto-number field that its records could be known by.`
      : field
        ? `The name field "${named}" of ${object.name} must be a text, a person name or an auto-number, not "${field.type}".`
        : `The name field "${named}" of ${object.name} does not exist.`,
    ...optionalHint(named === undefined ? 'Add a text field "name".' : nearMissHint(named, possible.map((one) => one.name))),
  });
}

function checkRequired(document: ObjectDocument, object: ObjectModel, context: CheckContext): void {
  (document.required ?? []).forEach((name, index) => {
    const field = object.fieldByName.get(name);
    if ((field && !field.system) || context.unsure.has(`${object.name}.${name}`)) return;
    context.report(['required', index], {
      code: 'field.unknown',
      message: field ? `"${name}" is a field that every record has; it need not be listed as required.` : `${object.name} has no field "${name}" that could be required.`,
      ...optionalHint(field ? undefined : nearMissHint(name, Object.keys(document.properties))),
    });
  });
}

function checkField(field: FieldModel, object: ObjectModel, context: CheckContext): void {
  const place = ['properties', field.name];
  const fault = fieldNameFault(field.name, field.target !== undefined);
  if (fault) context.report(place, { code: 'name.invalid', message: `The field name "${field.name}" of ${object.name} ${fault}.` });
  if (field.target !== undefined) findObject(field.target, [...place, 'guanxi', 'target'], context);
  if (field.default !== undefined) checkDefault(field, object, context);
  else if (field.required && !field.writable) {
    context.report(place, {
      code: 'field.unfillable',
      message: `"${field.name}" of ${object.name} is required and read-only, so that no record could be made.`,
      hint: 'Give it a default, or take one of the two back.',
    });
  }
  checkShownValues(field, object, context);
}

/** Labels and colors of values that are not in the list would never be seen. */
function checkShownValues(field: FieldModel, object: ObjectModel, context: CheckContext): void {
  const { property } = field;
  const allowed = property['enum'];
  const shown = property.guanxi['values'];
  if (!Array.isArray(allowed) || !Array.isArray(shown)) return;
  shown.forEach((entry: { readonly value: string }, index) => {
    if (allowed.includes(entry.value)) return;
    context.report(['properties', field.name, 'guanxi', 'values', index, 'value'], {
      code: 'picklist.unlisted',
      message: `"${field.name}" of ${object.name} describes the value "${entry.value}", which is not in its "enum".`,
      ...optionalHint(nearMissHint(entry.value, allowed as readonly string[])),
    });
  });
}

function checkDefault(field: FieldModel, object: ObjectModel, context: CheckContext): void {
  if (fieldType(field.type).generated) {
    context.report(['properties', field.name, 'default'], {
      code: 'default.generated',
      message: `"${field.name}" of ${object.name} gets its values from the platform and cannot have a default.`,
    });
    return;
  }
  for (const problem of checkValue(field.default, fieldType(field.type).valueSchema(field.settings), '')) {
    context.report(['properties', field.name, 'default'], {
      code: 'default.unfit',
      message: `The default ${JSON.stringify(field.default)} does not fit the field "${field.name}" of ${object.name}: ${problem.message}`,
      ...optionalHint(problem.hint),
    });
  }
}

/** Fields, ids of references and to-many sides share one name space in GraphQL; columns one in PostgreSQL. */
function checkClashes(object: ObjectModel, context: CheckContext): void {
  const names = new Map<string, string>();
  const columns = new Map<string, string>();
  for (const field of object.fields) {
    for (const name of new Set([field.name, valueName(field)])) {
      const other = names.get(name);
      if (other !== undefined) {
        context.report(['properties', field.name], { code: 'name.clash', message: `The fields "${field.name}" and "${other}" of ${object.name} would both be called "${name}" in the API.` });
      }
      names.set(name, field.name);
    }
    const twin = field.column === '' ? undefined : columns.get(field.column);
    if (twin !== undefined && !names.has(`${twin}Id`)) {
      context.report(['properties', field.name], { code: 'name.clash', message: `The fields "${field.name}" and "${twin}" of ${object.name} are too much alike: both would be the column "${field.column}".` });
    }
    columns.set(field.column, field.name);
  }
}
