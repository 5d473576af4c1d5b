import { fitAlike } from './fit-arguments.js';
import { argument, type FunctionDefinition } from './function-definition.js';

export const priorvalue: FunctionDefinition = {
  name: 'PRIORVALUE',
  signature: 'PRIORVALUE(field)',
  description: 'The field as it was before the change; of a new record, as it is.',
  examples: [{ formula: 'PRIORVALUE(amount)' }],
  parameters: [{ name: 'field' }],
  result: fitAlike,
  prior: 'instead',
  evaluate: (call) => call.any(0),
  compile: (call) => argument(call, 0),
};
