import { sql } from 'kysely';
import { agree, isMisfit } from './fit-arguments.js';
import { argument, boolean, type FitArguments, type FunctionDefinition } from './function-definition.js';

const fitBranches: FitArguments = (types) => {
  const branches = agree(types.map((type, index) => ({ type, index })).slice(1));
  return isMisfit(branches) ? branches : { arguments: ['boolean', branches.type, branches.type], result: branches.type };
};

export const ifFunction: FunctionDefinition = {
  name: 'IF',
  signature: 'IF(condition, value if true, value if false)',
  area: 'logic',
  description: {
    en: 'One value where the condition is true, another where it is not.',
    'zh-TW': '條件成立時是一個值，不成立時是另一個值。',
    'zh-CN': '条件成立时是一个值，不成立时是另一个值。',
  },
  examples: [{ formula: 'IF(2 > 1, "yes", "no")', result: 'yes' }],
  parameters: [boolean('condition'), { name: 'value if true' }, { name: 'value if false' }],
  result: fitBranches,
  evaluate: (call) => (call.boolean(0) ? call.any(1) : call.any(2)),
  compile: (call) => sql`(case when ${argument(call, 0)} then ${argument(call, 1)} else ${argument(call, 2)} end)`,
};
