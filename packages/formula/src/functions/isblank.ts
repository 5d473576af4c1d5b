import { isBlank, isBlankInSql } from '../operators/blank-test.js';
import { argument, blankable, type FunctionDefinition } from './function-definition.js';

export const isblank: FunctionDefinition = {
  name: 'ISBLANK',
  signature: 'ISBLANK(value)',
  description: 'Whether there is no value; text without characters is blank.',
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
