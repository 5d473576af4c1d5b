import { sql } from 'kysely';
import { weekdayOf } from '../values/calendar.js';
import { Numeric } from '../values/decimals.js';
import { argument, date, type FunctionDefinition } from './function-definition.js';

export const weekday: FunctionDefinition = {
  name: 'WEEKDAY',
  signature: 'WEEKDAY(date)',
  area: 'date',
  description: {
    en: 'The day of the week: 1 is Sunday, 7 is Saturday.',
    'zh-TW': '星期幾：1 是星期日，7 是星期六。',
    'zh-CN': '星期几：1 是星期日，7 是星期六。',
  },
  examples: [{ formula: 'WEEKDAY(DATE(2028, 2, 29))', result: '3' }],
  parameters: [date('date')],
  result: 'number',
  evaluate: (call) => partOfDay(call.day(0)),
  compile: (call) => sql`(extract(dow from ${argument(call, 0)}) + 1)::numeric`,
};

function partOfDay(day: number | null): Numeric | null {
  return day === null ? null : new Numeric(weekdayOf(day));
}
