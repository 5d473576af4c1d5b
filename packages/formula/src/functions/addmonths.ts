import { sql } from 'kysely';
import { dateFromDay, dayFromDate, daysInMonth } from '../values/calendar.js';
import { type Numeric } from '../values/decimals.js';
import { within } from '../to-sql/fragments.js';
import { argument, date, number, type FunctionDefinition } from './function-definition.js';

export const addmonths: FunctionDefinition = {
  name: 'ADDMONTHS',
  signature: 'ADDMONTHS(date, count)',
  area: 'date',
  description: {
    en: 'The date so many months later; the last day of a month leads to the last day of a month.',
    'zh-TW': '幾個月後的日期；月底的下一次也是月底。',
    'zh-CN': '几个月后的日期；月底的下一次也是月底。',
  },
  examples: [
    { formula: 'ADDMONTHS(DATE(2027, 1, 31), 1)', result: '2027-02-28' },
    { formula: 'ADDMONTHS(DATE(2027, 2, 28), 1)', result: '2027-03-31' },
  ],
  parameters: [date('date'), number('count')],
  result: 'date',
  evaluate: (call) => addMonths(call.day(0), call.number(1)),
  compile: (call) => {
    const months = sql`${within(sql`trunc(${argument(call, 1)})`, -120_000, 120_000)}::int`;
    return call.bind({ day: argument(call, 0), months }, ({ day, months: count }) => {
      // The day after the last of a month is the first of the next, and stays a first whatever months are added.
      const moved = sql`(case when extract(day from ${day} + 1) = 1 then (${day} + 1 + make_interval(months => ${count}))::date - 1
        else (${day} + make_interval(months => ${count}))::date end)`;
      return sql`(case when extract(year from ${day}) * 12 + extract(month from ${day}) - 1 + ${count} between 12 and 119999 then ${moved} end)`;
    });
  },
};

function addMonths(day: number | null, count: Numeric | null): number | null {
  if (day === null || count === null) return null;
  const date = dateFromDay(day);
  const place = count.truncated().plus(date.year * 12 + date.month - 1).toNumber();
  const [year, month] = [Math.floor(place / 12), (((place % 12) + 12) % 12) + 1];
  if (year < 1 || year > 9999) return null;
  const last = daysInMonth(year, month);
  const sticks = date.day === daysInMonth(date.year, date.month);
  return dayFromDate({ year, month, day: sticks ? last : Math.min(date.day, last) });
}
