import type { ObjectDocument } from '@guanxi/metadata';
import type { TranslatedTextValue } from '../../form/TranslatedText.js';

export type RecordTypeKeyword = NonNullable<ObjectDocument['guanxi']['recordTypes']>[number];

/** A record type as the panel edits it. */
export interface RecordTypeDraft {
  readonly label: TranslatedTextValue;
  readonly name: string;
  readonly description: string;
  readonly isActive: boolean;
  readonly isDefault: boolean;
  /** By picklist; one that is not named offers all of its values. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

export const emptyRecordType: RecordTypeDraft = { label: { text: '', titles: {} }, name: '', description: '', isActive: true, isDefault: false, values: {} };

export function readRecordType({ name, title, titles, description, active, default: isDefault, values }: RecordTypeKeyword): RecordTypeDraft {
  return { label: { text: title, titles: titles ?? {} }, name, description: description ?? '', isActive: active !== false, isDefault: isDefault === true, values: values ?? {} };
}

export function writeRecordType({ label, name, description, isActive, isDefault, values }: RecordTypeDraft): RecordTypeKeyword {
  return {
    name, title: label.text.trim(), ...(Object.keys(label.titles).length > 0 && { titles: label.titles }), ...(description.trim() !== '' && { description: description.trim() }),
    ...(!isActive && { active: false }), ...(isDefault && { default: true }), ...(Object.keys(values).length > 0 && { values }),
  };
}

export function withRecordTypes(object: ObjectDocument, types: readonly RecordTypeKeyword[]): ObjectDocument {
  const { recordTypes: _before, ...guanxi } = object.guanxi;
  return { ...object, guanxi: { ...guanxi, ...(types.length > 0 && { recordTypes: types }) } };
}

/** Adds a type, or puts it in the place of `previousName`. Only one is the default. */
export function putRecordType(object: ObjectDocument, type: RecordTypeKeyword, previousName?: string): ObjectDocument {
  const before = object.guanxi.recordTypes ?? [];
  const others = type.default ? before.map(({ default: _default, ...rest }) => rest) : before;
  return withRecordTypes(object, previousName === undefined ? [...others, type] : others.map((one) => (one.name === previousName ? type : one)));
}
