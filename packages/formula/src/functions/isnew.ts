import { type FunctionDefinition } from './function-definition.js';

export const isnew: FunctionDefinition = {
  name: 'ISNEW',
  signature: 'ISNEW()',
  description: 'Whether the record is being created.',
  examples: [{ formula: 'ISNEW()' }],
  parameters: [],
  result: 'boolean',
  prior: 'asks',
  evaluate: (_, moment) => moment.isNew === true,
  compile: (call) => call.isNew,
};
