import { documentSchemaOf, formula, name, names, oneKey, someText, translations } from './parts.js';
import type { JsonSchema } from '@guanxi/field-types';

const values: JsonSchema = { type: 'object', additionalProperties: formula, description: 'Fields with formulas over the record of the page.' };

/** One of the records that another one is converted into. */
const target: JsonSchema = {
  type: 'object',
  properties: {
    object: name,
    as: { ...name, description: 'What later entries call it in `refers`.' },
    values,
    refers: { type: 'object', additionalProperties: name, description: 'Lookups that point to what earlier entries made, by their `as`.' },
    link: { ...name, description: 'A lookup of the record itself that points to what is made. Where it is filled already, that record is taken instead.' },
  },
  required: ['object'],
  additionalProperties: false,
};

/** The meta-schema of buttons on record pages. */
export function makeActionSchema(): JsonSchema {
  return documentSchemaOf('action', {
    properties: {
      title: someText,
      titles: translations,
      object: name,
      icon: someText,
      visibleWhen: formula,
      confirm: { ...someText, description: 'Asked before it is done.' },
      confirms: translations,
      permissionSets: { ...names, minItems: 1, description: 'Who has it; everybody where it is missing.' },
      do: oneKey({
        create: { type: 'object', properties: { object: name, values }, required: ['object'], additionalProperties: false },
        update: { type: 'object', properties: { values: { ...values, minProperties: 1 } }, required: ['values'], additionalProperties: false },
        convert: {
          type: 'object',
          properties: {
            into: { type: 'array', items: target, minItems: 1, maxItems: 10 },
            values: { ...values, description: 'Fields of the record itself, with formulas over it.' },
          },
          required: ['into'],
          additionalProperties: false,
        },
        openUrl: { ...formula, description: 'A formula that answers an address.' },
      }),
    },
    required: ['title', 'object', 'do'],
  });
}
