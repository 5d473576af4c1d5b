import { sql } from 'kysely';
import { dateFromDay } from '../values/calendar.js';
import { Numeric } from '../values/decimals.js';
import { argument, date, type FunctionDefinition } from './function-definition.js';

export const day: FunctionDefinition = {
  name: 'DAY',
  signature: 'DAY(date)',
  area: 'date',
  description: {
    en: 'The day of a date in its month, from 1 to 31.',
    'zh-TW': '日期是當月的第幾天，1 到 31。',
    'zh-CN': '日期是当月的第几天，1 到 31。',
  },
  examples: [{ formula: 'DAY(DATE(2028, 2, 29))', result: '29' }],
  parameters: [date('date')],
  result: 'number',
  evaluate: (call) => partOfDay(call.day(0)),
  compile: (call) => sql`extract(day from ${argument(call, 0)})::numeric`,
};

function partOfDay(day: number | null): Numeric | null {
  return day === null ? null : new Numeric(dateFromDay(day).day);
}
