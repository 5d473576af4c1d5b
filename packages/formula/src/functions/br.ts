import { type FunctionDefinition } from './function-definition.js';

export const br: FunctionDefinition = {
  name: 'BR',
  signature: 'BR()',
  area: 'text',
  description: {
    en: 'A line break.',
    'zh-TW': '換行。',
    'zh-CN': '换行。',
  },
  examples: [
    { formula: '"one" & BR() & "two"', result: 'one\ntwo' },
  ],
  parameters: [],
  result: 'text',
  evaluate: () => '\n',
  compile: (call) => call.written('\n'),
};
