import type { JsonSchema } from '@guanxi/field-types';
import { documentSchemaOf, longerText, name, someText, translations } from './parts.js';

const subject: JsonSchema = { type: 'string', minLength: 1, maxLength: 500, pattern: '^[^\\r\\n]*$', description: 'One line, with tokens as {{ formula }}.' };
const body: JsonSchema = { type: 'string', minLength: 1, maxLength: 20000, description: 'Text with light marks as in Markdown, and tokens as {{ formula }}.' };

/** The meta-schema of what is told to people by e-mail and notification. */
export function makeMessageTemplateSchema(): JsonSchema {
  return documentSchemaOf('message-template', {
    properties: {
      title: someText,
      titles: translations,
      description: longerText,
      channel: { enum: ['email', 'notification'] },
      object: { ...name, description: 'The tokens are formulas over a record of it; without one they name people and the org alone.' },
      purpose: { ...someText, description: 'A purpose that the ledger of consent knows: the e-mail goes only to those who agreed to it. Without one it is no marketing.' },
      subject,
      subjects: { ...translations, additionalProperties: subject },
      body,
      bodies: { ...translations, additionalProperties: body },
    },
    required: ['title', 'channel', 'body'],
  });
}
