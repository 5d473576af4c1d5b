import { isBlank, isBlankInSql } from '../operators/blank-test.js';
import { argument, blankable, type FunctionDefinition } from './function-definition.js';

export const isblank: FunctionDefinition = {
  name: 'ISBLANK',
  signature: 'ISBLANK(value)',
  area: 'logic',
  description: {
    en: 'Whether there is no value; text without characters is blank.',
    'zh-TW': '是否沒有值；沒有字元的文字就是空白。',
    'zh-CN': '是否没有值；没有字符的文本就是空白。',
  },
  examples: [
    { formula: 'ISBLANK("")', result: true },
    { formula: 'ISBLANK(0)', result: false },
  ],
  parameters: [{ name: 'value', types: blankable }],
  result: 'boolean',
  seesBlanks: true,
  evaluate: (call) => isBlank(call.any(0)),
  compile: (call) => isBlankInSql(call.types[0] ?? 'text', argument(call, 0)),
};
