import { type FunctionDefinition } from './function-definition.js';

export const now: FunctionDefinition = {
  name: 'NOW',
  signature: 'NOW()',
  description: 'This moment, as date with time.',
  examples: [{ formula: 'NOW() - 1/24' }],
  parameters: [],
  readsMoment: true,
  result: 'datetime',
  evaluate: (_, moment) => moment.now,
  compile: (call) => call.now,
};
