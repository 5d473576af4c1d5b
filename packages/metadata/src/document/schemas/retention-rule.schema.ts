import type { JsonSchema } from '@guanxi/field-types';
import { documentSchemaOf, formula, longerText, name, someText, translations } from './parts.js';

/** The meta-schema of how long records are kept. */
export function makeRetentionRuleSchema(): JsonSchema {
  return documentSchemaOf('retention-rule', {
    properties: {
      title: someText,
      titles: translations,
      description: longerText,
      object: name,
      since: { ...name, description: 'The date or moment that the age counts from. A record without one is kept.' },
      activity: {
        type: 'array',
        maxItems: 10,
        description: 'Lists of the record; a later date in one of them counts instead.',
        items: { type: 'object', properties: { relation: name, field: { ...name, description: 'A date or moment of the listed records.' } }, required: ['relation', 'field'], additionalProperties: false },
      },
      after: {
        type: 'object',
        properties: { value: { type: 'integer', minimum: 1, maximum: 36500 }, unit: { enum: ['days', 'months', 'years'] } },
        required: ['value', 'unit'],
        additionalProperties: false,
      },
      when: { ...formula, description: 'Records for which it is not true are kept.' },
      do: { enum: ['delete', 'erase', 'purge'], description: 'delete: to the recycle bin; erase: what is personal is taken out, as for a person who asks; purge: for good, with history and files.' },
    },
    required: ['title', 'object', 'since', 'after', 'do'],
  });
}
