import type { PicklistValue } from '@guanxi/field-types';
import type { ObjectDocument, PicklistDocument } from '@guanxi/metadata';
import type { StatedDocument } from '../documents/document-types.js';
import { isKind } from '../documents/setup-queries.js';
import type { TranslatedTextValue } from '../form/TranslatedText.js';

/** A global list as the panel edits it. */
export interface SetDraft {
  readonly label: TranslatedTextValue;
  readonly name: string;
  readonly description: string;
  readonly values: readonly PicklistValue[];
}

export const emptySet: SetDraft = { label: { text: '', titles: {} }, name: '', description: '', values: [] };

export function readSet({ name, title, titles, description, values }: PicklistDocument): SetDraft {
  return {
    label: { text: title, titles: titles ?? {} }, name, description: description ?? '',
    values: values.map(({ value, label = value, labels, color, active }) => ({ value, label, ...(color !== undefined && { color }), ...(labels && { labels }), ...(active === false && { active: false as const }) })),
  };
}

/** The document of a list; a new one gets its id from the server. */
export function writeSet({ label, name, description, values }: SetDraft, before?: PicklistDocument): Omit<PicklistDocument, 'guanxi'> & { readonly guanxi: { readonly id?: string } } {
  return {
    kind: 'picklist', name, title: label.text.trim(),
    ...(Object.keys(label.titles).length > 0 && { titles: label.titles }),
    ...(description.trim() !== '' && { description: description.trim() }),
    values: values.map(({ value, label: words, ...rest }) => ({ value, ...(words !== value && words !== '' && { label: words }), ...rest })),
    guanxi: before?.guanxi ?? {},
  };
}

/** The objects whose fields name a list, with its new name. */
export function renameSetUsers(from: string, to: string, documents: readonly StatedDocument[]): readonly ObjectDocument[] {
  return documents.filter(isKind('object')).filter(({ state }) => state !== 'REMOVED').flatMap(({ document }) => {
    const properties = Object.entries(document.properties);
    if (!properties.some(([, { guanxi }]) => guanxi['valueSet'] === from)) return [];
    return [{ ...document, properties: Object.fromEntries(properties.map(([name, property]) => [name, property.guanxi['valueSet'] === from ? { ...property, guanxi: { ...property.guanxi, valueSet: to } } : property])) }];
  });
}
