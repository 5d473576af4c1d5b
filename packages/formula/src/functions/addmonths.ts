import { sql } from 'kysely';
import { dateFromDay, dayFromDate, daysInMonth } from '../values/calendar.js';
import { type Numeric } from '../values/decimals.js';
import { within } from '../to-sql/fragments.js';
import { argument, date, number, type FunctionDefinition } from './function-definition.js';

export const addmonths: FunctionDefinition = {
  name: 'ADDMONTHS',
  signature: 'ADDMONTHS(date, count)',
  description: 'The date so many months later; the last day of a month leads to the last day of a month.',
  examples: [
    { formula: 'ADDMONTHS(DATE(2027, 1, 31), 1)', result: '2027-02-28' },
    { formula: 'ADDMONTHS(DATE(2027, 2, 28), 1)', result: '2027-03-31' },
  ],
  parameters: [date('date'), number('count')],
  result: 'date',
  evaluate: (call) => addMonths(call.day(0), call.number(1)),
  compile: (call) => {
    const position = within(sql`extract(year from day) * 12 + extract(month from day) - 1 + months`, 12, 119_999);
    const operands = sql`(select ${argument(call, 0)} as day, trunc(${argument(call, 1)}) as months offset 0) as operands`;
    const moved = sql`(select day, make_date(place / 12, place % 12 + 1, 1) as first
      from (select day, ${position}::int as place from ${operands} offset 0) as places offset 0) as moved`;
    return sql`(select case when extract(day from day + 1) = 1 then ${lastOfMonth}
      else least(${lastOfMonth}, first + extract(day from day)::int - 1) end from ${moved})`;
  },
};

const lastOfMonth = sql`(first + interval '1 month' - interval '1 day')::date`;

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
