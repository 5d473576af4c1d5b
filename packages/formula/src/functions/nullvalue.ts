import { blankvalue } from './blankvalue.js';
import type { FunctionDefinition } from './function-definition.js';

export const nullvalue: FunctionDefinition = {
  ...blankvalue,
  name: 'NULLVALUE',
  signature: 'NULLVALUE(value, substitute)',
  description: 'The same as BLANKVALUE: the value, or the substitute where the value is blank.',
  examples: [{ formula: 'NULLVALUE(NULL, 7)', result: '7' }],
};
