import type { JsonSchema, Translations } from '@guanxi/field-types';

/** A title in other languages. The designer leaves it to Setup → Translations, where all texts stand beside each other. */
export const translationsSchema: JsonSchema = { type: 'object', title: 'Translations', description: 'The title in other languages, by BCP 47 tag.', format: 'translations', additionalProperties: { type: 'string', maxLength: 255 } };

export function translationsOf(value: unknown): Translations {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')) : {};
}
