import { sql } from 'kysely';
import { isoWeekOf } from '../values/calendar.js';
import { Numeric } from '../values/decimals.js';
import { argument, date, type FunctionDefinition } from './function-definition.js';

export const isoyear: FunctionDefinition = {
  name: 'ISOYEAR',
  signature: 'ISOYEAR(date)',
  area: 'date',
  description: {
    en: 'The ISO year of a date: the year that most days of its week belong to.',
    'zh-TW': '日期的 ISO 年：該週大部分日子所屬的年。',
    'zh-CN': '日期的 ISO 年：该周大部分日子所属的年。',
  },
  examples: [
    { formula: 'ISOYEAR(DATE(2027, 1, 1))', result: '2026' },
  ],
  parameters: [date('date')],
  result: 'number',
  evaluate: (call) => partOfDay(call.day(0)),
  compile: (call) => sql`extract(isoyear from ${argument(call, 0)})::numeric`,
};

function partOfDay(day: number | null): Numeric | null {
  return day === null ? null : new Numeric(isoWeekOf(day).year);
}
