import { translate, type ObjectDocument, type Translations } from '@guanxi/metadata';

/** The object's fields by their titles. */
export function fieldChoices(document: ObjectDocument, language: string): readonly { readonly value: string; readonly label: string }[] {
  return Object.entries(document.properties).map(([value, { title, guanxi }]) => ({ value, label: translate(title ?? value, guanxi['titles'] as Translations | undefined, language) }));
}
