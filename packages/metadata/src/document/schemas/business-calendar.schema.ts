import type { JsonSchema } from '@guanxi/field-types';
import { weekdays } from '../business-calendar-document.js';
import { documentSchemaOf, longerText, someText, translations } from './parts.js';

const hours: JsonSchema = {
  type: 'array',
  maxItems: 12,
  description: 'Spans of the day, as 09:00 to 18:00; none is a free day.',
  items: {
    type: 'object',
    properties: {
      from: { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
      to: { type: 'string', pattern: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$', description: '24:00 is the end of the day.' },
    },
    required: ['from', 'to'],
    additionalProperties: false,
  },
};

/** The meta-schema of when people work. */
export function makeBusinessCalendarSchema(): JsonSchema {
  return documentSchemaOf('business-calendar', {
    properties: {
      title: someText,
      titles: translations,
      description: longerText,
      timeZone: { type: 'string', maxLength: 64, description: 'An IANA name, as Asia/Taipei; without it that of the org.' },
      week: { type: 'object', properties: Object.fromEntries(weekdays.map((day) => [day, hours])), additionalProperties: false, description: 'A day that is missing is free.' },
      holidays: {
        type: 'array',
        maxItems: 2000,
        description: 'Dates that are not as their day of the week.',
        items: {
          type: 'object',
          properties: { date: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }, title: someText, titles: translations, hours },
          required: ['date'],
          additionalProperties: false,
        },
      },
    },
    required: ['title', 'week'],
  });
}
