import { fieldType, isFieldTypeName, type FieldProperty, type FieldSettings, type FieldTypeName, type JsonValue } from '@guanxi/field-types';
import type { Translations } from '@guanxi/metadata';
import type { PropertyDraft } from '../../documents/document-types.js';
import type { TranslatedTextValue } from '../../form/TranslatedText.js';

/** A field as the panel edits it. */
export interface FieldDraft {
  readonly kind: FieldTypeName;
  readonly name: string;
  readonly label: TranslatedTextValue;
  readonly help: TranslatedTextValue;
  readonly settings: FieldSettings;
  readonly isRequired: boolean;
  readonly isUnique: boolean;
  readonly isExternalId: boolean;
  /** Null for none. */
  readonly defaultValue: JsonValue;
}

const noText: TranslatedTextValue = { text: '', titles: {} };

export function newField(kind: FieldTypeName): FieldDraft {
  return { kind, name: '', label: noText, help: noText, settings: fieldType(kind).defaultSettings, isRequired: false, isUnique: false, isExternalId: false, defaultValue: null };
}

export function readField(name: string, property: FieldProperty, isRequired: boolean): FieldDraft {
  const { guanxi } = property;
  return {
    kind: guanxi.type, name, isRequired,
    label: { text: property.title ?? name, titles: readTranslations(guanxi['titles']) },
    help: { text: typeof guanxi['help'] === 'string' ? guanxi['help'] : '', titles: readTranslations(guanxi['helps']) },
    settings: fieldType(guanxi.type).readSettings(property),
    isUnique: guanxi['unique'] === true || guanxi['externalId'] === true,
    isExternalId: guanxi['externalId'] === true,
    defaultValue: (property['default'] ?? null) as JsonValue,
  };
}

/** The same field as another kind: settings of the new kind, the rest as far as it still means something. */
export function changeKind(field: FieldDraft, kind: FieldTypeName): FieldDraft {
  const { defaultSettings } = fieldType(kind);
  const kept = Object.fromEntries(Object.keys(defaultSettings).flatMap((key) => (field.settings[key] === undefined ? [] : [[key, field.settings[key]]])));
  return { ...field, kind, settings: { ...defaultSettings, ...(hasSameShape(field.kind, kind) && kept) }, defaultValue: null };
}

/** `before` is the property as it stands in the document; what the panel does not show is kept. */
export function writeField(field: FieldDraft, before?: PropertyDraft): PropertyDraft {
  const { keywords, guanxi } = fieldType(field.kind).writeSettings(field.settings);
  const { label, help, isUnique, isExternalId, defaultValue } = field;
  const has = ({ titles }: TranslatedTextValue) => Object.keys(titles).length > 0;
  return {
    title: label.text.trim(),
    ...(typeof before?.['description'] === 'string' && { description: before['description'] }),
    ...keywords,
    ...(defaultValue !== null && defaultValue !== '' && { default: defaultValue }),
    guanxi: {
      ...(before?.guanxi.id !== undefined && { id: before.guanxi.id }),
      ...guanxi, type: field.kind,
      ...((isUnique || isExternalId) && { unique: true }),
      ...(isExternalId && { externalId: true }),
      ...(before?.guanxi['readOnly'] === true && { readOnly: true }),
      ...(help.text.trim() !== '' && { help: help.text.trim() }),
      ...(help.text.trim() !== '' && has(help) && { helps: help.titles }),
      ...(has(label) && { titles: label.titles }),
    },
  };
}

/** To which kinds a field of this kind can be changed with its values kept where they fit. */
export function kindsToChangeTo(kind: FieldTypeName, all: readonly FieldTypeName[]): readonly FieldTypeName[] {
  return all.filter((other) => other === kind || (isFieldTypeName(other) && fieldType(other).castFrom[kind] !== undefined));
}

/** Values of the field can tell records apart. */
export function canBeUnique(kind: FieldTypeName): boolean {
  const { operators, sortable, formulaType, generated } = fieldType(kind);
  return operators.includes('in') && sortable && formulaType !== 'boolean' && !generated;
}

export function canHaveDefault(kind: FieldTypeName): boolean {
  const { generated, reference } = fieldType(kind);
  return !generated && !reference;
}

function hasSameShape(from: FieldTypeName, to: FieldTypeName): boolean {
  const keys = (kind: FieldTypeName) => Object.keys(fieldType(kind).defaultSettings).sort().join();
  return keys(from) === keys(to);
}

function readTranslations(value: unknown): Translations {
  return typeof value === 'object' && value !== null ? (value as Translations) : {};
}
