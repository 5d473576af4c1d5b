import { fieldType, type FieldProperty, type FieldTypeName } from '@guanxi/field-types';
import type { ObjectDocument } from '@guanxi/metadata';
import { convertFormula, makeId, present, shorten, type Conversion } from '../conversion.js';
import type { FieldNames, ObjectNames } from '../names/name-book.js';
import type { Origin } from '../report.js';
import { isTrue, textOf } from '../xml/read-xml.js';
import { convertKind, type FieldKindResult } from './field-kinds.js';
import { convertRecordTypes } from './record-types.js';
import { convertRules } from './rules.js';
import { translationsOf, type ObjectTranslations } from './translations.js';

/** An object with its fields, rules and record types as a document. */
export function convertObject(object: ObjectNames, conversion: Conversion): ObjectDocument {
  const { described } = object;
  const origin: Origin = { file: described.path, element: `object ${described.name}` };
  if (described.path !== '') conversion.report.note(origin, object.name === described.name ? 'taken' : 'changed', object.name === described.name ? '' : `It is called ${object.name}.`);
  noteObject(object, origin, conversion);
  const translated = translationsOf(object, conversion);
  const properties: Record<string, FieldProperty> = {};
  const required: string[] = [];
  for (const field of object.fields.values()) {
    const property = convertField(object, field, conversion, translated);
    if (!property) continue;
    properties[field.name] = property.property;
    if (property.required) required.push(field.name);
  }
  const compact = compactOf(object, conversion, properties);
  const recordTypes = convertRecordTypes(object, conversion, properties);
  const rules = convertRules(object, conversion, translated);
  const nameField = [...object.fields.values()].find(({ described: { name } }) => name === 'MasterLabel') ?? object.fields.get('name');
  return {
    kind: 'object',
    name: object.name,
    title: shorten(described.label, 255),
    ...present({ description: shortDescription(textOf(described.element, 'description')) }),
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    guanxi: {
      id: makeId('sf', described.name),
      pluralTitle: shorten(described.pluralLabel, 255),
      ...(nameField && properties[nameField.name] ? { nameField: nameField.name } : {}),
      ...present(translated.object),
      ...(recordTypes.length > 0 ? { recordTypes } : {}),
      ...(rules.length > 0 ? { rules } : {}),
      ...(compact.length > 0 ? { compact } : {}),
    },
  };
}

const shortDescription = (text: string | undefined) => (text === undefined ? undefined : shorten(text, 4000));

function noteObject({ described }: ObjectNames, origin: Origin, { report }: Conversion): void {
  const sharing = textOf(described.element, 'sharingModel');
  const note = (outcome: 'taken' | 'changed', text: string) => report.note(origin, outcome, text);
  if (sharing === 'Private' || sharing === 'Read') note('changed', `Its records are shared as "${sharing}": permission sets let people see ${sharing === 'Private' ? 'their own records' : 'all records and change their own'}.`);
  if (described.kind === 'setting') note('changed', 'A custom setting became an object; the values of a person or profile are records of it.');
  if (described.kind === 'metadata') note('changed', 'A custom metadata type became an object; its records are records.');
  if (/__(b|x)$/.test(described.name)) note('changed', 'A big or external object became an object whose records are kept here.');
  if (/__e$/.test(described.name)) note('changed', 'A platform event became an object; nobody is told of new records but workflows.');
}

function convertField(object: ObjectNames, field: FieldNames, conversion: Conversion, translated: ObjectTranslations): { property: FieldProperty; required: boolean } | undefined {
  const { described } = field;
  const { element } = described;
  const origin: Origin = { file: described.path === '' ? object.described.path : described.path, element: `field ${described.name}` };
  const kind = convertKind({ object, field, conversion });
  if ('reason' in kind) {
    if (origin.file !== '') conversion.report.note(origin, 'left', kind.reason);
    return undefined;
  }
  const written = fieldType(kind.type).writeSettings(kind.settings as never);
  const key = keysOf(field, kind, origin, conversion);
  const initial = initialOf(object, field, kind, origin, conversion);
  const property = {
    title: shorten(textOf(element, 'label') ?? described.name, 255),
    ...present({ description: shortDescription(textOf(element, 'description')) }),
    ...written.keywords,
    ...present({ default: initial.default }),
    guanxi: {
      id: makeId('sf', described.name),
      ...withTitles(written.guanxi, translated.values.get(described.name)),
      ...key,
      ...present({ help: shortDescription(textOf(element, 'inlineHelpText')), defaultFormula: initial.formula }),
      ...present(translated.fields.get(described.name) ?? {}),
    },
  } as unknown as FieldProperty;
  conversion.origins.set(property, origin);
  if (described.path !== '') {
    const renamed = field.name === described.name.replace(/__c$/, '') ? '' : `It is called ${field.name}.`;
    conversion.report.note(origin, (kind.notes ?? []).length > 0 ? 'changed' : 'taken', [renamed, ...(kind.notes ?? [])].filter((note) => note !== '').join(' '));
  }
  const named = described.name === 'Name' || described.name === 'MasterLabel';
  const required = !kind.derived && kind.type !== 'boolean' && (isTrue(element, 'required') || (named && kind.type !== 'personName') || kind.type === 'masterDetail');
  return { property, required };
}

const KEY_KINDS: readonly FieldTypeName[] = ['text', 'integer', 'email', 'autoNumber'];

function keysOf(field: FieldNames, kind: FieldKindResult, origin: Origin, { report }: Conversion): object {
  const { element } = field.described;
  if (kind.derived && kind.type !== 'autoNumber') return {};
  if (isTrue(element, 'externalId')) {
    if (KEY_KINDS.includes(kind.type)) {
      if (!isTrue(element, 'unique') && kind.type !== 'autoNumber') report.note(origin, 'changed', 'As an external id its values are unique.');
      return { externalId: true };
    }
    report.note(origin, 'changed', 'Only text, whole numbers and e-mail addresses can be external ids.');
  }
  return isTrue(element, 'unique') && kind.type !== 'autoNumber' ? { unique: true } : {};
}

function initialOf(object: ObjectNames, field: FieldNames, kind: FieldKindResult, origin: Origin, conversion: Conversion): { readonly default?: unknown; readonly formula?: string } {
  if (kind.derived || kind.type === 'masterDetail') return {};
  if (kind.default !== undefined) return { default: kind.default };
  const text = textOf(field.described.element, 'defaultValue');
  if (text === undefined) return {};
  const written = convertFormula(text, object, conversion);
  if (written.ok) return { formula: written.text };
  conversion.report.note(origin, 'changed', `Its default "${shorten(text, 80)}" was left out: ${written.reason}`);
  return {};
}

/** Labels of picklist values in other languages. */
function withTitles(guanxi: Readonly<Record<string, unknown>>, labels: ReadonlyMap<string, Readonly<Record<string, string>>> | undefined): object {
  const { values } = guanxi;
  if (!labels || !Array.isArray(values)) return guanxi;
  return { ...guanxi, values: values.map((entry: { value: string }) => ({ ...entry, ...present({ labels: labels.get(entry.value) }) })) };
}

function compactOf(object: ObjectNames, { book, report }: Conversion, properties: Readonly<Record<string, FieldProperty>>): readonly string[] {
  const { compactLayouts, element } = object.described;
  const assigned = textOf(element, 'compactLayoutAssignment');
  const chosen = compactLayouts.find(({ name }) => name === assigned) ?? compactLayouts[0];
  for (const { path, name } of compactLayouts) {
    if (name === chosen?.name) report.note({ file: path, element: `compact layout ${name}` }, 'taken');
    else report.note({ file: path, element: `compact layout ${name}` }, 'left', 'An object has one compact layout, and this is not the one assigned.');
  }
  const names = (chosen?.element['fields'] ?? []).flatMap((api) => (typeof api === 'string' ? (book.find(object, api)?.path ?? []) : []));
  const name = object.fields.get('name')?.name;
  return [...new Set(names)].filter((one) => one !== name && (properties[one] !== undefined || ['owner', 'createdAt', 'updatedAt', 'createdBy', 'updatedBy'].includes(one)));
}
