import { sql } from 'kysely';
import { isBlank } from '../operators/blank-test.js';
import { isTextual } from '../values/runtime-value.js';
import { fitAlike } from './fit-arguments.js';
import { argument, blankable, type FunctionDefinition } from './function-definition.js';

export const blankvalue: FunctionDefinition = {
  name: 'BLANKVALUE',
  signature: 'BLANKVALUE(value, substitute)',
  area: 'logic',
  description: {
    en: 'The value, or the substitute where the value is blank.',
    'zh-TW': '這個值；空白時改用替代值。',
    'zh-CN': '这个值；空白时改用替代值。',
  },
  examples: [
    { formula: 'BLANKVALUE("", "none")', result: 'none' },
    { formula: 'BLANKVALUE(5, 0)', result: '5' },
  ],
  parameters: [{ name: 'value', types: blankable }, { name: 'substitute' }],
  result: fitAlike,
  seesBlanks: true,
  evaluate: (call) => (isBlank(call.any(0)) ? call.any(1) : call.any(0)),
  compile: (call) => {
    const [type = 'text'] = call.types;
    const value = isTextual(type) ? sql`nullif(${argument(call, 0)}, '')` : type === 'multipicklist' ? sql`nullif(${argument(call, 0)}, '{}')` : argument(call, 0);
    return sql`coalesce(${value}, ${argument(call, 1)})`;
  },
};
