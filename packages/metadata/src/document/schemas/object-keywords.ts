import type { JsonSchema } from '@guanxi/field-types';
import { sharingKeyword } from './sharing.schema.js';
import { formula, id, longerText, name, names, someText, translations } from './parts.js';

const recordType: JsonSchema = {
  type: 'object',
  properties: {
    name,
    title: someText,
    titles: translations,
    description: longerText,
    active: { type: 'boolean' },
    default: { type: 'boolean', description: 'New records are of this one where nobody says otherwise.' },
    values: { type: 'object', additionalProperties: { type: 'array', items: someText, uniqueItems: true }, description: 'The values that picklists offer records of this type.' },
  },
  required: ['name', 'title'],
  additionalProperties: false,
};

const rule: JsonSchema = {
  type: 'object',
  properties: {
    id,
    name,
    title: someText,
    when: { ...formula, description: 'A formula that is true of records that must not be saved.' },
    message: someText,
    messages: translations,
    field: name,
    active: { type: 'boolean' },
  },
  required: ['id', 'name', 'when', 'message'],
  additionalProperties: false,
};

const duplicateRule: JsonSchema = {
  type: 'object',
  properties: {
    id,
    name,
    title: someText,
    titles: translations,
    match: {
      type: 'array',
      minItems: 1,
      maxItems: 10,
      items: {
        type: 'object',
        properties: { field: name, how: { enum: ['exact', 'fuzzy'] }, threshold: { type: 'number', exclusiveMinimum: 0, maximum: 1 } },
        required: ['field', 'how'],
        additionalProperties: false,
      },
    },
    onSave: { enum: ['block', 'warn', 'allow'] },
    active: { type: 'boolean' },
  },
  required: ['id', 'name', 'title', 'match', 'onSave'],
  additionalProperties: false,
};

/** What an object says of itself under `guanxi`. */
export const objectKeywords: Readonly<Record<string, JsonSchema>> = {
  id,
  plural: name,
  pluralTitle: someText,
  nameField: { ...name, description: 'The text, person name or auto-number field that people know a record by.' },
  icon: someText,
  color: someText,
  activity: { type: 'boolean', description: 'Comments, notifications and a timeline on the record page.' },
  titles: translations,
  pluralTitles: translations,
  descriptions: translations,
  recordTypes: { type: 'array', items: recordType, minItems: 1, maxItems: 200 },
  rules: { type: 'array', items: rule, maxItems: 500 },
  duplicates: { type: 'array', items: duplicateRule, maxItems: 50 },
  compact: { ...names, description: 'The fields that head a record page and stand in a preview.' },
  person: { ...names, minItems: 1, maxItems: 20, description: 'The records stand for people, who are known by these fields: name, e-mail address, phone, number. All of them are personal.' },
  consent: {
    type: 'object',
    properties: { address: name, purpose: name, channel: name, state: name, at: name },
    required: ['address', 'purpose', 'channel', 'state', 'at'],
    additionalProperties: false,
    description: 'The records are the ledger of consent: the newest of an address, purpose and channel says whether messages with that purpose may be sent.',
  },
  sharing: sharingKeyword,
};
