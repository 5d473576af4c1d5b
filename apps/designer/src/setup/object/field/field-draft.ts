import { fieldType, isFieldTypeName, type FieldProperty, type FieldSettings, type FieldTypeName, type JsonValue } from '@guanxi/field-types';
import type { Translations } from '@guanxi/metadata';
import type { PropertyDraft } from '../../documents/document-types.js';
import type { TranslatedTextValue } from '../../form/TranslatedText.js';

/** The conditions of a field, each a formula over the record; blank for none. */
export const conditions = ['requiredWhen', 'readOnlyWhen', 'visibleWhen'] as const;
export type Condition = (typeof conditions)[number];

/** A field as the panel edits it. */
export interface FieldDraft extends Readonly<Record<Condition, string>> {
  readonly kind: FieldTypeName;
  readonly name: string;
  readonly label: TranslatedTextValue;
  readonly help: TranslatedTextValue;
  readonly settings: FieldSettings;
  readonly isRequired: boolean;
  readonly isUnique: boolean;
  readonly isExternalId: boolean;
  readonly isIndexed: boolean;
  /** Says something of a person: masked in copies for testing. */
  readonly isPersonal: boolean;
  /** Whoever reads it is written down. */
  readonly isSensitive: boolean;
  /** Null for none. */
  readonly defaultValue: JsonValue;
  /** Of new records, where the default is not a fixed value. */
  readonly defaultFormula: string;
}

const noText: TranslatedTextValue = { text: '', titles: {} };

export function newField(kind: FieldTypeName): FieldDraft {
  return {
    kind, name: '', label: noText, help: noText, settings: fieldType(kind).defaultSettings, isRequired: false, isUnique: false, isExternalId: false, isIndexed: false, isPersonal: false,
    isSensitive: fieldType(kind).encrypted === true,
    defaultValue: null, defaultFormula: '', requiredWhen: '', readOnlyWhen: '', visibleWhen: '',
  };
}

export function readField(name: string, property: FieldProperty, isRequired: boolean): FieldDraft {
  const { guanxi } = property;
  return {
    kind: guanxi.type, name, isRequired,
    label: { text: property.title ?? name, titles: readTranslations(guanxi['titles']) },
    help: { text: readText(guanxi['help']), titles: readTranslations(guanxi['helps']) },
    settings: fieldType(guanxi.type).readSettings(property),
    isUnique: guanxi['unique'] === true || guanxi['externalId'] === true,
    isExternalId: guanxi['externalId'] === true,
    isIndexed: guanxi['indexed'] === true,
    isPersonal: guanxi['personal'] === true,
    isSensitive: typeof guanxi['sensitive'] === 'boolean' ? guanxi['sensitive'] : fieldType(guanxi.type).encrypted === true,
    defaultValue: (property['default'] ?? null) as JsonValue,
    defaultFormula: readText(guanxi['defaultFormula']),
    requiredWhen: readText(guanxi['requiredWhen']), readOnlyWhen: readText(guanxi['readOnlyWhen']), visibleWhen: readText(guanxi['visibleWhen']),
  };
}

/** The same field as another kind: settings of the new kind, the rest as far as it still means something. */
export function changeKind(field: FieldDraft, kind: FieldTypeName): FieldDraft {
  const { defaultSettings } = fieldType(kind);
  const kept = Object.fromEntries(Object.keys(defaultSettings).flatMap((key) => (field.settings[key] === undefined ? [] : [[key, field.settings[key]]])));
  const { isRequired, isUnique, isExternalId, requiredWhen, readOnlyWhen } = field;
  const none = isDerived(kind);
  return {
    ...field, kind, isSensitive: field.isSensitive || fieldType(kind).encrypted === true, settings: { ...defaultSettings, ...(hasSameShape(field.kind, kind) && kept) }, defaultValue: null, defaultFormula: '',
    isRequired: !none && isRequired, isUnique: canBeUnique(kind) && isUnique, isExternalId: canBeUnique(kind) && isExternalId,
    requiredWhen: none ? '' : requiredWhen, readOnlyWhen: none ? '' : readOnlyWhen,
  };
}

/** `before` is the property as it stands in the document; what the panel does not show is kept. */
export function writeField(field: FieldDraft, before?: PropertyDraft): PropertyDraft {
  const { keywords, guanxi } = fieldType(field.kind).writeSettings(field.settings);
  const { label, help, isUnique, isExternalId, isIndexed, isPersonal, isSensitive, defaultValue, defaultFormula } = field;
  const has = ({ titles }: TranslatedTextValue) => Object.keys(titles).length > 0;
  const formula = defaultFormula.trim();
  return {
    title: label.text.trim(),
    ...(typeof before?.['description'] === 'string' && { description: before['description'] }),
    ...keywords,
    ...(formula === '' && defaultValue !== null && defaultValue !== '' && { default: defaultValue }),
    guanxi: {
      ...(before?.guanxi.id !== undefined && { id: before.guanxi.id }),
      ...guanxi, type: field.kind,
      ...((isUnique || isExternalId) && { unique: true }),
      ...(isExternalId && { externalId: true }),
      ...(isIndexed && { indexed: true }),
      ...(before?.guanxi['readOnly'] === true && { readOnly: true }),
      ...(isPersonal && { personal: true }),
      ...(isSensitive !== (fieldType(field.kind).encrypted === true) && { sensitive: isSensitive }),
      ...(formula !== '' && { defaultFormula: formula }),
      ...Object.fromEntries(conditions.flatMap((name) => (field[name].trim() === '' ? [] : [[name, field[name].trim()]]))),
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

/** Values follow from others, so that there is nothing to fill in. */
export function isDerived(kind: FieldTypeName): boolean {
  const { derived, generated } = fieldType(kind);
  return derived === true || generated !== undefined;
}

/** Values of the field can tell records apart. */
export function canBeUnique(kind: FieldTypeName): boolean {
  const { operators, sortable, formulaType } = fieldType(kind);
  return operators.includes('in') && sortable && formulaType !== 'boolean' && !isDerived(kind);
}

/** An index makes filters and order by it quick; references have one anyway. */
export function canBeIndexed(kind: FieldTypeName): boolean {
  const { sortable, reference, derived } = fieldType(kind);
  return sortable && !reference && !derived;
}

export function canHaveDefault(kind: FieldTypeName): boolean {
  const { reference, list, parts, storage, scalar } = fieldType(kind);
  return !isDerived(kind) && !reference && !list && !parts && !storage && scalar !== 'JSON';
}

/** A formula can say what a new record starts with, the person who makes it too. */
export function canHaveDefaultFormula(kind: FieldTypeName): boolean {
  return canHaveDefault(kind) || kind === 'lookup' || kind === 'user';
}

function hasSameShape(from: FieldTypeName, to: FieldTypeName): boolean {
  const keys = (kind: FieldTypeName) => Object.keys(fieldType(kind).defaultSettings).sort().join();
  return keys(from) === keys(to);
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function readTranslations(value: unknown): Translations {
  return typeof value === 'object' && value !== null ? (value as Translations) : {};
}
