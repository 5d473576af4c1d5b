import { documentSchemaOf, longerText, someText, translations } from './parts.js';
import type { JsonSchema } from '@guanxi/field-types';

const value: JsonSchema = { type: 'string', minLength: 1, maxLength: 255, pattern: '^\\S(.*\\S)?$', description: 'No blanks at its ends.' };

/** The meta-schema of global value sets. */
export function makePicklistSchema(): JsonSchema {
  return documentSchemaOf('picklist', {
    properties: {
      title: someText,
      titles: translations,
      description: longerText,
      values: {
        type: 'array',
        minItems: 1,
        maxItems: 1000,
        items: {
          type: 'object',
          properties: {
            value,
            label: someText,
            labels: translations,
            color: someText,
            active: { type: 'boolean', description: 'false: kept by records that have it, offered no more.' },
          },
          required: ['value'],
          additionalProperties: false,
        },
      },
    },
    required: ['title', 'values'],
  });
}
