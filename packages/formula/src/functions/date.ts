import type { CallArguments } from '../evaluate/call-arguments.js';
import { dayFromDate } from '../values/calendar.js';
import { dateFromParts } from '../to-sql/fragments.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const date: FunctionDefinition = {
  name: 'DATE',
  signature: 'DATE(year, month, day)',
  description: 'The date of a year, a month and a day; blank where there is no such date.',
  examples: [{ formula: 'DATE(2028, 2, 29)', result: '2028-02-29' }, { formula: 'DATE(2027, 2, 29)', result: null }],
  parameters: [number('year'), number('month'), number('day')],
  result: 'date',
  evaluate: composeDate,
  compile: (call) => dateFromParts(argument(call, 0), argument(call, 1), argument(call, 2)),
};

function composeDate(call: CallArguments): number | null {
  const [year, month, day] = [call.number(0), call.number(1), call.number(2)].map((part) => part?.truncated().toNumber());
  return year === undefined || month === undefined || day === undefined ? null : dayFromDate({ year, month, day });
}
