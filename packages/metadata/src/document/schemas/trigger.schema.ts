import type { JsonSchema } from '@guanxi/field-types';
import { name, names, oneKey, someText, translations } from './parts.js';

const period: JsonSchema = {
  type: 'string',
  pattern: '^P(?=[0-9]|T[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$',
  description: 'An ISO 8601 duration, as P30D for thirty days.',
};

const calendar: JsonSchema = { ...name, description: 'A business calendar: only its days and hours count.' };

const values: JsonSchema = { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] }, maxProperties: 20, description: 'Values by field; null is a blank.' };

const inputs: JsonSchema = {
  type: 'array',
  maxItems: 50,
  description: 'Values that come in; formulas find them as $Run and their name.',
  items: {
    type: 'object',
    properties: {
      name: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_]*$', maxLength: 64 },
      title: someText,
      titles: translations,
      type: { enum: ['text', 'number', 'boolean', 'date', 'datetime'] },
      required: { type: 'boolean' },
      pointer: { type: 'string', maxLength: 500, description: 'Where it stands in the body of a call, as a JSON pointer; without it, under its name.' },
    },
    required: ['name', 'type'],
    additionalProperties: false,
  },
};

/** What each kind of trigger is set to. */
export const triggerSchema: JsonSchema = oneKey({
  created: closed({}),
  updated: closed({ fields: names, from: values, to: values }),
  deleted: closed({}),
  restored: closed({}),
  beforeSave: closed({ on: { type: 'array', items: { enum: ['create', 'update'] }, minItems: 1, uniqueItems: true }, fields: names, active: { type: 'boolean' } }, ['on']),
  elapsed: closed({ since: oneKey({ field: name, max: closed({ relation: name, field: name }, ['relation', 'field']) }), after: period, calendar }, ['since', 'after']),
  before: closed({ field: name, by: period, calendar }, ['field', 'by']),
  schedule: closed({ cron: { type: 'string', minLength: 9, maxLength: 200, description: 'Minute, hour, day of the month, month, day of the week.' }, timeZone: { type: 'string', maxLength: 64, description: 'An IANA name, as Asia/Taipei; without it that of the org.' } }, ['cron']),
  webhook: closed({ inputs: { ...inputs, minItems: 1 }, find: closed({ field: name, input: name }, ['field', 'input']), create: { type: 'object', additionalProperties: name, minProperties: 1, description: 'Field by input: what a record is made of where none is found.' } }, ['inputs', 'find']),
  button: closed({ label: someText, labels: translations, permissionSets: { ...names, minItems: 1, description: 'Who has it; everybody where it is missing.' }, inputs }),
  event: closed({ name: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_.-]*$', maxLength: 100 }, inputs }, ['name']),
  segment: closed({ view: name, when: { enum: ['enters', 'leaves'] } }, ['view', 'when']),
});

function closed(properties: JsonSchema, required: readonly string[] = []): JsonSchema {
  return { type: 'object', properties, ...(required.length > 0 && { required }), additionalProperties: false };
}
