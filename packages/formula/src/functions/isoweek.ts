import { sql } from 'kysely';
import { isoWeekOf } from '../values/calendar.js';
import { Numeric } from '../values/decimals.js';
import { argument, date, type FunctionDefinition } from './function-definition.js';

export const isoweek: FunctionDefinition = {
  name: 'ISOWEEK',
  signature: 'ISOWEEK(date)',
  area: 'date',
  description: {
    en: 'The week of a date in its ISO year, from 1 to 53; weeks begin on Monday.',
    'zh-TW': '日期在 ISO 年中的第幾週，1 到 53；一週從星期一開始。',
    'zh-CN': '日期在 ISO 年中的第几周，1 到 53；一周从星期一开始。',
  },
  examples: [
    { formula: 'ISOWEEK(DATE(2027, 1, 1))', result: '53' },
  ],
  parameters: [date('date')],
  result: 'number',
  evaluate: (call) => partOfDay(call.day(0)),
  compile: (call) => sql`extract(week from ${argument(call, 0)})::numeric`,
};

function partOfDay(day: number | null): Numeric | null {
  return day === null ? null : new Numeric(isoWeekOf(day).week);
}
