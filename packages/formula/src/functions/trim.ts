import { sql } from 'kysely';
import { trimmedCharacters, trimText } from '../values/text.js';
import { textParameter } from '../to-sql/fragments.js';
import { argument, text, type FunctionDefinition } from './function-definition.js';

export const trim: FunctionDefinition = {
  name: 'TRIM',
  signature: 'TRIM(text)',
  area: 'text',
  description: {
    en: 'The text without spaces, tabs and line ends at its beginning and end.',
    'zh-TW': '去掉開頭與結尾的空格、定位字元與換行的文字。',
    'zh-CN': '去掉开头与结尾的空格、定位字符与换行的文本。',
  },
  examples: [{ formula: 'TRIM("  Guanxi ")', result: 'Guanxi' }],
  parameters: [text('text')],
  result: 'text',
  evaluate: (call) => trimText(call.text(0)),
  compile: (call) => sql`btrim(${argument(call, 0)}, ${textParameter(trimmedCharacters)})`,
};
