import { documentSchemaOf, formula, name, names, someText, translations } from './parts.js';
import type { JsonSchema } from '@guanxi/field-types';

/** The meta-schema of record page layouts. */
export function makeLayoutSchema(): JsonSchema {
  return documentSchemaOf('layout', {
    properties: {
      object: name,
      sections: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            title: someText,
            titles: translations,
            columns: { enum: [1, 2] },
            cells: { type: 'array', items: cell },
            visibleWhen: formula,
          },
          required: ['columns', 'cells'],
          additionalProperties: false,
        },
      },
      relatedLists: {
        type: 'array',
        items: {
          type: 'object',
          properties: { relation: name, columns: { ...names, minItems: 1 } },
          required: ['relation', 'columns'],
          additionalProperties: false,
        },
      },
    },
    required: ['object', 'sections'],
  });
}

const cell: JsonSchema = {
  type: 'object',
  properties: { field: name, visibleWhen: formula, requiredWhen: formula, readOnlyWhen: formula, wide: { type: 'boolean' } },
  required: ['field'],
  additionalProperties: false,
};
