import type { ObjectDraft, PropertyDraft } from '../documents/document-types.js';
import type { TranslatedTextValue } from '../form/TranslatedText.js';

export interface NewObject {
  readonly label: TranslatedTextValue;
  readonly plural: TranslatedTextValue;
  readonly name: string;
  readonly icon: string;
  readonly color: string;
  readonly nameStyle: 'text' | 'autoNumber';
  readonly numberFormat: string;
  readonly hasActivity: boolean;
}

/** The first document of an object: one field that its records are known by. */
export function describeNewObject({ label, plural, name, icon, color, nameStyle, numberFormat, hasActivity }: NewObject): ObjectDraft {
  const isText = nameStyle === 'text';
  const field: Record<string, PropertyDraft> = isText
    ? { name: { title: 'Name', type: 'string', maxLength: 255, guanxi: { type: 'text', titles: { 'zh-TW': '名稱', 'zh-CN': '名称' } } } }
    : { number: { title: 'Number', type: 'string', guanxi: { type: 'autoNumber', format: numberFormat, titles: { 'zh-TW': '編號', 'zh-CN': '编号' } } } };
  const hasTitles = (value: TranslatedTextValue) => Object.keys(value.titles).length > 0;
  return {
    kind: 'object', name, title: label.text.trim(), type: 'object', properties: field,
    ...(isText && { required: ['name'] }),
    guanxi: {
      nameField: isText ? 'name' : 'number', icon, color, activity: hasActivity,
      ...(plural.text.trim() !== '' && { pluralTitle: plural.text.trim() }),
      ...(hasTitles(label) && { titles: label.titles }),
      ...(hasTitles(plural) && { pluralTitles: plural.titles }),
    },
  };
}
