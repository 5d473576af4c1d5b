import { sql } from 'kysely';
import { dateFromDay, dayFromDate } from '../values/calendar.js';
import { Numeric } from '../values/decimals.js';
import { argument, date, type FunctionDefinition } from './function-definition.js';

export const dayofyear: FunctionDefinition = {
  name: 'DAYOFYEAR',
  signature: 'DAYOFYEAR(date)',
  area: 'date',
  description: {
    en: 'The day of a date in its year, from 1 to 366.',
    'zh-TW': '日期是當年的第幾天，1 到 366。',
    'zh-CN': '日期是当年的第几天，1 到 366。',
  },
  examples: [
    { formula: 'DAYOFYEAR(DATE(2028, 12, 31))', result: '366' },
  ],
  parameters: [date('date')],
  result: 'number',
  evaluate: (call) => dayOfYear(call.day(0)),
  compile: (call) => sql`extract(doy from ${argument(call, 0)})::numeric`,
};

function dayOfYear(day: number | null): Numeric | null {
  if (day === null) return null;
  const first = dayFromDate({ year: dateFromDay(day).year, month: 1, day: 1 }) ?? 0;
  return new Numeric(day - first + 1);
}
