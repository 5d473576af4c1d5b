import { documentSchemaOf, formula, name, oneKey, someText, translations } from './parts.js';
import type { JsonSchema } from '@guanxi/field-types';

const values: JsonSchema = { type: 'object', additionalProperties: formula, description: 'Fields with formulas over the record of the page.' };

/** The meta-schema of buttons on record pages. */
export function makeActionSchema(): JsonSchema {
  return documentSchemaOf('action', {
    properties: {
      title: someText,
      titles: translations,
      object: name,
      icon: someText,
      visibleWhen: formula,
      confirm: { ...someText, description: 'Asked before it is done.' },
      confirms: translations,
      do: oneKey({
        create: { type: 'object', properties: { object: name, values }, required: ['object'], additionalProperties: false },
        update: { type: 'object', properties: { values: { ...values, minProperties: 1 } }, required: ['values'], additionalProperties: false },
        openUrl: { ...formula, description: 'A formula that answers an address.' },
      }),
    },
    required: ['title', 'object', 'do'],
  });
}
