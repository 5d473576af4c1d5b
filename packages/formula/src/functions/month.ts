import { sql } from 'kysely';
import { dateFromDay } from '../values/calendar.js';
import { Numeric } from '../values/decimals.js';
import { argument, date, type FunctionDefinition } from './function-definition.js';

export const month: FunctionDefinition = {
  name: 'MONTH',
  signature: 'MONTH(date)',
  area: 'date',
  description: {
    en: 'The month of a date, from 1 to 12.',
    'zh-TW': '日期的月，1 到 12。',
    'zh-CN': '日期的月，1 到 12。',
  },
  examples: [{ formula: 'MONTH(DATE(2028, 2, 29))', result: '2' }],
  parameters: [date('date')],
  result: 'number',
  evaluate: (call) => partOfDay(call.day(0)),
  compile: (call) => sql`extract(month from ${argument(call, 0)})::numeric`,
};

function partOfDay(day: number | null): Numeric | null {
  return day === null ? null : new Numeric(dateFromDay(day).month);
}
