import type { Problem } from '@guanxi/metadata';
import { Ajv2020 } from 'ajv/dist/2020.js';

const text = { type: 'string', minLength: 1, maxLength: 200 };

const isPlan = new Ajv2020({ allErrors: true }).compile({
  type: 'object',
  required: ['object', 'mode', 'columns'],
  additionalProperties: false,
  properties: {
    object: text,
    mode: { enum: ['create', 'upsert', 'update'] },
    matchBy: text,
    columns: {
      type: 'array',
      minItems: 1,
      maxItems: 1_000,
      items: {
        type: 'object',
        required: ['column', 'field'],
        additionalProperties: false,
        properties: { column: text, field: text, match: text, createMissing: { type: 'boolean' } },
      },
    },
    format: {
      type: 'object',
      additionalProperties: false,
      properties: { delimiter: { enum: [',', ';', '\t', '|'] }, locale: text },
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
