import { documentSchemaOf, names, someText, translations } from './parts.js';
import type { JsonSchema } from '@guanxi/field-types';

/** The meta-schema of permission sets. */
export function makePermissionsSchema(): JsonSchema {
  return documentSchemaOf('permissions', {
    properties: {
      title: someText,
      titles: translations,
      objects: {
        type: 'object',
        additionalProperties: {
          type: 'object',
          properties: {
            read: scope,
            create: { type: 'boolean' },
            edit: scope,
            delete: scope,
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
    },
    required: ['title', 'objects'],
  });
}

const scope: JsonSchema = { enum: ['all', 'own'] };
