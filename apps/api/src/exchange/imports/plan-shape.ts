import type { Problem } from '@guanxi/metadata';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { encodings } from '../formats/text/find-encoding.js';

const text = { type: 'string', minLength: 1, maxLength: 200 };

const isPlan = new Ajv2020({ allErrors: true }).compile({
  type: 'object',
  required: ['object', 'mode', 'columns'],
  additionalProperties: false,
  properties: {
    object: text,
    mode: { enum: ['create', 'upsert', 'update'] },
    matchBy: { anyOf: [text, { type: 'array', items: text, minItems: 1, maxItems: 10, uniqueItems: true }] },
    duplicates: { enum: ['refuse', 'skip', 'update', 'allow'] },
    blanks: { enum: ['clear', 'keep'] },
    automations: { enum: ['RUN', 'SUPPRESS', 'ONE_EVENT'] },
    columns: {
      type: 'array',
      minItems: 1,
      maxItems: 1_000,
      items: {
        type: 'object',
        required: ['column', 'field'],
        additionalProperties: false,
        properties: {
          column: text,
          field: text,
          match: text,
          createMissing: { type: 'boolean' },
          replace: { type: 'object', maxProperties: 10_000, additionalProperties: { type: 'string', maxLength: 10_000 } },
          locale: text,
          default: { type: 'string', maxLength: 10_000 },
          cut: { type: 'boolean' },
          unfit: { enum: ['reject', 'blank', 'skip'] },
        },
      },
    },
    format: {
      type: 'object',
      additionalProperties: false,
      properties: { kind: { enum: ['csv', 'xlsx', 'ndjson'] }, encoding: { enum: encodings }, delimiter: { type: 'string', minLength: 1, maxLength: 1, pattern: '^[^"\\r\\n]$' }, sheet: text, locale: text },
    },
  },
});

/** Whether something from outside has the shape of an `ImportPlan`; whether its names exist is `parseImportPlan`'s to say. */
export function findPlanShapeProblems(plan: unknown): readonly Problem[] {
  if (isPlan(plan)) return [];
  return (isPlan.errors ?? []).map(({ instancePath, keyword, message = 'is wrong' }) => ({
    path: instancePath,
    code: keyword,
    message: `The import plan${instancePath === '' ? '' : ` at ${instancePath}`} ${message}.`,
  }));
}
