import { documentSchemaOf, formula, longerText, name, someText, translations } from './parts.js';
import type { JsonSchema } from '@guanxi/field-types';
import { triggerSchema } from './trigger.schema.js';
import { workflowTestsSchema } from './workflow-tests.schema.js';

/** The meta-schema of workflows. A step's input is described by its action, and checked with it. */
export function makeWorkflowSchema(): JsonSchema {
  return documentSchemaOf('workflow', {
    properties: {
      title: someText,
      titles: translations,
      description: longerText,
      descriptions: translations,
      folder: { ...someText, description: 'Where lists put it; it means nothing else.' },
      object: name,
      trigger: triggerSchema,
      when: formula,
      steps: { type: 'array', minItems: 1, maxItems: MOST_STEPS, items: stepNested(MOST_NESTED) },
      tests: workflowTestsSchema,
    },
    required: ['title', 'object', 'trigger', 'steps'],
  });
}

/** Steps of one list. */
const MOST_STEPS = 200;

/** Paths within paths; deeper ones nobody can read any more. Written out, so that a reader of the schema needs no references. */
const MOST_NESTED = 6;

/** Waits double from try to try: more of them, or longer ones, would outlast whoever could still want the step done. */
const retrySchema: JsonSchema = {
  type: 'object',
  description: 'How often the step is tried again by itself when it fails; without it, as the kind of failure suggests. What records or rights refuse is not tried again.',
  properties: {
    tries: { type: 'integer', minimum: 0, maximum: 20, description: 'Tries after the first one.' },
    seconds: { type: 'integer', minimum: 1, maximum: 86_400, description: 'Before the first of them; each further one waits twice as long, up to an hour or this wait.' },
  },
  additionalProperties: false,
};

function stepNested(levels: number): JsonSchema {
  const properties: JsonSchema = { id: name, action: name, title: someText, titles: translations, description: { ...longerText, description: 'Why it is there, for those who design.' }, input: { type: 'object' }, retry: retrySchema };
  return {
    type: 'object',
    properties: levels === 0 ? properties : { ...properties, paths: pathsNested(levels - 1) },
    required: ['id', 'action', 'input'],
    additionalProperties: false,
  };
}

function pathsNested(levels: number): JsonSchema {
  return {
    type: 'object',
    description: 'Steps of which only some runs take the one or the other, by the names that the action gives them.',
    propertyNames: { maxLength: 100 },
    additionalProperties: { type: 'array', maxItems: MOST_STEPS, items: stepNested(levels) },
  };
}
