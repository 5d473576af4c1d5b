import { sql } from 'kysely';
import { dateFromDay } from '../values/calendar.js';
import { Numeric } from '../values/decimals.js';
import { argument, date, type FunctionDefinition } from './function-definition.js';

export const year: FunctionDefinition = {
  name: 'YEAR',
  signature: 'YEAR(date)',
  area: 'date',
  description: {
    en: 'The year of a date.',
    'zh-TW': '日期的年。',
    'zh-CN': '日期的年。',
  },
  examples: [{ formula: 'YEAR(DATE(2028, 2, 29))', result: '2028' }],
  parameters: [date('date')],
  result: 'number',
  evaluate: (call) => partOfDay(call.day(0)),
  compile: (call) => sql`extract(year from ${argument(call, 0)})::numeric`,
};

function partOfDay(day: number | null): Numeric | null {
  return day === null ? null : new Numeric(dateFromDay(day).year);
}
