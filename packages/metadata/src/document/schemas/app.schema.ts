import { documentSchemaOf, longerText, name, names, someText, translations } from './parts.js';
import type { JsonSchema } from '@guanxi/field-types';

/** The meta-schema of apps. */
export function makeAppSchema(): JsonSchema {
  return documentSchemaOf('app', {
    properties: {
      title: someText,
      titles: translations,
      version: { type: 'string', pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?$', description: 'A semantic version, as 1.0.0.' },
      description: longerText,
      descriptions: translations,
      publisher: someText,
      icon: someText,
      color: someText,
      dependencies: { type: 'object', additionalProperties: someText, description: 'Apps that have to be there, with a range of versions: { "sales": "^1.2.0" }.' },
      navigation: { type: 'array', items: entry, description: 'Objects in the navigation, groups of them and links, in order.' },
      permissionSets: { ...names, description: 'Who sees it; everybody where it is missing.' },
      contents: {
        type: 'array',
        items: { type: 'object', properties: { kind: name, name }, required: ['kind', 'name'], additionalProperties: false },
        description: 'The documents that an app made here carries along.',
      },
    },
    required: ['title', 'version', 'navigation'],
  });
}

/** The keys of a group and of a link in one, so that problems tell of the key that is wrong. */
const entry: JsonSchema = {
  type: ['string', 'object'],
  minLength: 1,
  maxLength: 100,
  properties: { title: someText, titles: translations, items: names, url: { type: 'string', minLength: 1, maxLength: 2000 } },
  required: ['title'],
  additionalProperties: false,
  oneOf: [{ type: 'string' }, { type: 'object', required: ['items'] }, { type: 'object', required: ['url'] }],
};
