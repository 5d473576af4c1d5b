import type { JsonSchema } from '@guanxi/field-types';
import { documentSchemaOf, formula, longerText, name, someText, translations } from './parts.js';

/** The meta-schema of people who share their work. */
export function makeQueueSchema(): JsonSchema {
  return documentSchemaOf('queue', {
    properties: {
      title: someText,
      titles: translations,
      description: longerText,
      members: { type: 'array', items: { type: 'string', minLength: 3, maxLength: 320 }, uniqueItems: true, maxItems: 500, description: 'E-mail addresses of people of the org.' },
      choose: { enum: ['roundRobin', 'leastLoaded', 'take'], description: 'roundRobin: each in turn; leastLoaded: whoever has the fewest open records; take: records wait until a member takes them.' },
      territory: {
        type: 'array',
        maxItems: 50,
        description: 'Records that belong to the queue where the territory decides.',
        items: {
          type: 'object',
          properties: { object: name, when: { ...formula, description: 'A formula over the record; without one all records of the object.' } },
          required: ['object'],
          additionalProperties: false,
        },
      },
      rank: { type: 'integer', minimum: 0, maximum: 10000, description: 'Territories with a lower one are asked first.' },
    },
    required: ['title', 'members', 'choose'],
  });
}
