import type { CallArguments } from '../evaluate/call-arguments.js';
import { dayFromDate } from '../values/calendar.js';
import { dateFromParts } from '../to-sql/fragments.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const date: FunctionDefinition = {
  name: 'DATE',
  signature: 'DATE(year, month, day)',
  area: 'date',
  description: {
    en: 'The date of a year, a month and a day; blank where there is no such date.',
    'zh-TW': '由年、月、日組成的日期；沒有這一天時為空白。',
    'zh-CN': '由年、月、日组成的日期；没有这一天时为空白。',
  },
  examples: [{ formula: 'DATE(2028, 2, 29)', result: '2028-02-29' }, { formula: 'DATE(2027, 2, 29)', result: null }],
  parameters: [number('year'), number('month'), number('day')],
  result: 'date',
  evaluate: composeDate,
  compile: (call) => dateFromParts(call.bind, { year: argument(call, 0), month: argument(call, 1), day: argument(call, 2) }),
};

function composeDate(call: CallArguments): number | null {
  const [year, month, day] = [call.number(0), call.number(1), call.number(2)].map((part) => part?.truncated().toNumber());
  return year === undefined || month === undefined || day === undefined ? null : dayFromDate({ year, month, day });
}
