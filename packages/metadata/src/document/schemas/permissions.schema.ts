import { setupAreas } from '../setup-areas.js';
import { documentSchemaOf, longerText, names, someText, translations } from './parts.js';
import type { JsonSchema } from '@guanxi/field-types';

/** The meta-schema of permission sets. */
export function makePermissionsSchema(): JsonSchema {
  return documentSchemaOf('permissions', {
    properties: {
      title: someText,
      titles: translations,
      description: longerText,
      objects: {
        type: 'object',
        additionalProperties: {
          type: 'object',
          properties: {
            read: scope,
            create: { type: 'boolean' },
            edit: scope,
            delete: scope,
            import: { type: 'boolean', description: 'Creating or changing records out of a file.' },
            export: { type: 'boolean', description: 'Taking records out as a file.' },
            fields: {
              type: 'object',
              additionalProperties: {
                type: 'object',
                properties: { read: { type: 'boolean' }, edit: { type: 'boolean' } },
                additionalProperties: false,
              },
            },
          },
          additionalProperties: false,
        },
      },
      recordTypes: {
        type: 'object',
        additionalProperties: names,
        description: 'The record types, per object, that people may give to new records; all of an object that is not named.',
      },
      setup: { type: 'array', items: { enum: [...setupAreas] }, uniqueItems: true, description: 'The parts of Setup that people may use.' },
    },
    required: ['title', 'objects'],
  });
}

const scope: JsonSchema = { enum: ['all', 'shared', 'own'], description: 'own: records that one owns; shared: those that the object’s sharing opens; all: every one.' };
