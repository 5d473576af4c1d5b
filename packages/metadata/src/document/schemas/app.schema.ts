import { documentSchemaOf, names, someText, translations } from './parts.js';
import type { JsonSchema } from '@guanxi/field-types';

/** The meta-schema of apps. */
export function makeAppSchema(): JsonSchema {
  return documentSchemaOf('app', {
    properties: {
      title: someText,
      titles: translations,
      version: { type: 'string', pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?$', description: 'A semantic version, as 1.0.0.' },
      navigation: { ...names, description: 'Objects in the navigation, in order.' },
    },
    required: ['title', 'version', 'navigation'],
  });
}
