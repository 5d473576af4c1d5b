import type { JsonSchema } from '@guanxi/field-types';
import { setupAreas } from '../setup-areas.js';
import { documentSchemaOf, longerText, names, someText, translations } from './parts.js';

const yes: JsonSchema = { const: true };

/** The meta-schema of permission sets that are given together. */
export function makePermissionGroupSchema(): JsonSchema {
  return documentSchemaOf('permission-group', {
    properties: {
      title: someText,
      titles: translations,
      description: longerText,
      sets: { ...names, minItems: 1, maxItems: 100 },
      muted: {
        type: 'object',
        description: 'What is taken out of what the sets add up to.',
        properties: {
          objects: {
            type: 'object',
            additionalProperties: {
              type: 'object',
              properties: {
                read: yes, create: yes, edit: yes, delete: yes, import: yes, export: yes,
                atMost: { enum: ['shared', 'own'] },
                fields: { type: 'object', additionalProperties: { type: 'object', properties: { read: yes, edit: yes }, additionalProperties: false } },
              },
              additionalProperties: false,
            },
          },
          setup: { type: 'array', items: { enum: [...setupAreas] }, uniqueItems: true },
        },
        additionalProperties: false,
      },
    },
    required: ['title', 'sets'],
  });
}
