import { sql } from 'kysely';
import { numberFromText, parseNumber } from './value.js';
import { argument, text, type FunctionDefinition } from './function-definition.js';

export const isnumber: FunctionDefinition = {
  name: 'ISNUMBER',
  signature: 'ISNUMBER(text)',
  area: 'logic',
  description: {
    en: 'Whether a text says a number, as VALUE understands it.',
    'zh-TW': '文字是否為 VALUE 能讀懂的數字。',
    'zh-CN': '文本是否为 VALUE 能读懂的数字。',
  },
  examples: [
    { formula: 'ISNUMBER("12.50")', result: true },
    { formula: 'ISNUMBER("a dozen")', result: false },
  ],
  parameters: [text('text')],
  result: 'boolean',
  evaluate: (call) => parseNumber(call.text(0)) !== null,
  compile: (call) => sql`(${numberFromText(call.bind, argument(call, 0))} is not null)`,
};
