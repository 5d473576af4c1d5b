import type { JsonSchema } from '@guanxi/field-types';
import { documentSchemaOf, formula, longerText, name, someText, translations } from './parts.js';

const body: JsonSchema = { type: 'string', minLength: 1, maxLength: 20000, description: 'Text with light marks as in Markdown, and tokens as {{ formula }}.' };
const bodies: JsonSchema = { ...translations, additionalProperties: body };
const text: JsonSchema = { type: 'object', properties: { body, bodies }, required: ['body'], additionalProperties: false };
const related: JsonSchema = { ...formula, description: 'A formula over the related record.' };

const column: JsonSchema = {
  type: 'object',
  properties: {
    title: someText,
    titles: translations,
    value: related,
    width: { type: 'integer', minimum: 1, maximum: 10, description: 'What the column takes of the width beside the others; numbers are as wide as they have to be.' },
    total: { type: 'boolean', description: 'The sum stands below; of numbers.' },
  },
  required: ['title', 'value'],
  additionalProperties: false,
};

const blocks: Readonly<Record<string, JsonSchema>> = {
  text: { properties: { kind: { const: 'text' }, body, bodies }, required: ['kind', 'body'], additionalProperties: false },
  table: {
    properties: { kind: { const: 'table' }, relation: name, where: related, orderBy: related, columns: { type: 'array', items: column, minItems: 1, maxItems: 12 } },
    required: ['kind', 'relation', 'columns'],
    additionalProperties: false,
  },
  pageBreak: { properties: { kind: { const: 'pageBreak' } }, required: ['kind'], additionalProperties: false },
};

/** The meta-schema of letters and quotes that are made of records. */
export function makeDocumentTemplateSchema(): JsonSchema {
  return documentSchemaOf('document-template', {
    properties: {
      title: someText,
      titles: translations,
      description: longerText,
      object: { ...name, description: 'The tokens are formulas over a record of it.' },
      fileName: { type: 'string', minLength: 1, maxLength: 255, description: 'With tokens, and without an ending. Without one, the title and what the record is called.' },
      page: { type: 'object', properties: { size: { enum: ['A4', 'letter'] }, orientation: { enum: ['portrait', 'landscape'] } }, additionalProperties: false },
      logo: { type: 'string', maxLength: 300000, pattern: '^data:image/(png|jpeg);base64,[A-Za-z0-9+/]+=*$', description: 'A PNG or JPEG as a data URL, at the head of the first page.' },
      header: { ...text, description: 'On every page, above.' },
      footer: { ...text, description: 'On every page, below, beside the number of the page.' },
      blocks: {
        type: 'array',
        maxItems: 100,
        items: {
          type: 'object',
          properties: { kind: { enum: Object.keys(blocks) } },
          required: ['kind'],
          allOf: Object.entries(blocks).map(([kind, then]) => ({ if: { properties: { kind: { const: kind } }, required: ['kind'] }, then })),
        },
      },
    },
    required: ['title', 'object', 'blocks'],
  });
}
