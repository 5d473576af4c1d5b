import type { JsonSchema } from '@guanxi/field-types';
import { name, someText } from './parts.js';

const values: JsonSchema = { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] }, maxProperties: 100, description: 'Values by field, as the API carries them; null is a blank.' };
const byName = (entry: JsonSchema, description: string): JsonSchema => ({ type: 'object', propertyNames: { maxLength: 100 }, additionalProperties: entry, description });

/** The tests that are kept with a workflow. */
export const workflowTestsSchema: JsonSchema = {
  type: 'array',
  maxItems: 100,
  description: 'Made at every publish, in a transaction that is taken back: one that fails keeps the draft from being published.',
  items: {
    type: 'object',
    properties: {
      title: someText,
      record: { ...values, description: 'The record that the workflow is asked about: values by field.' },
      parents: byName(values, 'Records that it points to, by the lookup field.'),
      related: { type: 'array', maxItems: 50, description: 'Records that point to it.', items: { type: 'object', properties: { relation: name, values }, required: ['relation', 'values'], additionalProperties: false } },
      at: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})$', description: 'The moment at which the rule is asked; without it, that of the test.' },
      change: { ...values, description: 'What is then changed about the record.' },
      inputs: { ...values, description: 'What comes in with a call, by input.' },
      expect: {
        type: 'object',
        properties: {
          runs: { type: 'boolean' },
          ways: byName({ type: 'string', maxLength: 100 }, 'The way that a step takes, by the id of the step.'),
          values: byName(values, 'Values that a step sets, by the id of the step.'),
          refused: { type: 'boolean', description: 'Of a workflow that acts before saves: it does not let the record be saved.' },
          record: { ...values, description: 'Values of the record afterwards.' },
        },
        required: ['runs'],
        additionalProperties: false,
      },
    },
    required: ['title', 'record', 'expect'],
    additionalProperties: false,
  },
};
