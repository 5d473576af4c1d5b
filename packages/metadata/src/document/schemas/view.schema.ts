import { documentSchemaOf, name, names, someText, translations } from './parts.js';
import type { JsonSchema } from '@guanxi/field-types';

/** The meta-schema of list views. */
export function makeViewSchema(): JsonSchema {
  return documentSchemaOf('view', {
    properties: {
      title: someText,
      titles: translations,
      object: name,
      columns: { ...names, minItems: 1 },
      where: { type: 'object', description: "The same shape as the API's `where`." },
      orderBy: {
        type: 'array',
        maxItems: 5,
        items: {
          type: 'object',
          properties: { field: name, direction: { enum: ['asc', 'desc'] } },
          required: ['field', 'direction'],
          additionalProperties: false,
        },
      },
    },
    required: ['title', 'object', 'columns'],
  });
}
