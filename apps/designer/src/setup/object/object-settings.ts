import type { ObjectDocument } from '@guanxi/metadata';
import type { TranslatedTextValue } from '../form/TranslatedText.js';

export interface ObjectSettings {
  readonly label: TranslatedTextValue;
  readonly plural: TranslatedTextValue;
  readonly name: string;
  readonly nameField: string | null;
  readonly description: string;
  readonly icon: string;
  readonly color: string;
  readonly hasActivity: boolean;
  /** The fields that head a record page and stand in a preview, in their order. */
  readonly compact: readonly string[];
  /** The fields by which people are known; none where the records stand for something else. */
  readonly person: readonly string[];
}

export function readObjectSettings({ name, title, description, guanxi }: ObjectDocument): ObjectSettings {
  return {
    label: { text: title, titles: guanxi.titles ?? {} }, plural: { text: guanxi.pluralTitle ?? '', titles: guanxi.pluralTitles ?? {} },
    name, nameField: guanxi.nameField ?? null, description: description ?? '', icon: guanxi.icon ?? '', color: guanxi.color ?? '', hasActivity: guanxi.activity ?? true, compact: guanxi.compact ?? [], person: guanxi.person ?? [],
  };
}

export function writeObjectSettings(object: ObjectDocument, settings: ObjectSettings): ObjectDocument {
  const { label, plural, name, nameField, description, icon, color, hasActivity, compact, person } = settings;
  const { description: _description, ...rest } = object;
  const { pluralTitle: _pluralTitle, titles: _titles, pluralTitles: _pluralTitles, nameField: _nameField, icon: _icon, color: _color, compact: _compact, person: _person, ...keyword } = object.guanxi;
  const some = <Key extends string, Value>(key: Key, value: Value, isThere: boolean) => (isThere ? { [key]: value } : {});
  return {
    ...rest, name, title: label.text.trim(), ...some('description', description.trim(), description.trim() !== ''),
    guanxi: {
      ...keyword, activity: hasActivity,
      ...some('nameField', nameField, nameField !== null), ...some('icon', icon, icon !== ''), ...some('color', color, color !== ''), ...some('compact', compact, compact.length > 0), ...some('person', person, person.length > 0),
      ...some('pluralTitle', plural.text.trim(), plural.text.trim() !== ''),
      ...some('titles', label.titles, Object.keys(label.titles).length > 0), ...some('pluralTitles', plural.titles, Object.keys(plural.titles).length > 0),
    },
  };
}
