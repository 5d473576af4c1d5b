import { sql } from 'kysely';
import type { CallArguments } from '../evaluate/call-arguments.js';
import { dateFromParts, textParameter, type Sql } from '../to-sql/fragments.js';
import { readDate } from '../values/calendar.js';
import { trimmedCharacters, trimText } from '../values/text.js';
import { localDay } from '../values/time-zone.js';
import { argument, type FunctionDefinition, type Moment, type SqlCall } from './function-definition.js';

export const datevalue: FunctionDefinition = {
  name: 'DATEVALUE',
  signature: 'DATEVALUE(text or instant)',
  area: 'date',
  description: {
    en: 'The date a text "YYYY-MM-DD" says, blank where it says none; of an instant, its date in the time zone of the org.',
    'zh-TW': '文字「YYYY-MM-DD」所寫的日期，不是日期時為空白；日期時間則取它在組織時區的日期。',
    'zh-CN': '文本“YYYY-MM-DD”所写的日期，不是日期时为空白；日期时间则取它在组织时区的日期。',
  },
  examples: [
    { formula: 'DATEVALUE("2028-02-29")', result: '2028-02-29' },
    { formula: 'DATEVALUE("2027-02-29")', result: null },
  ],
  parameters: [{ name: 'text or instant', types: ['text', 'datetime', 'date', 'reference'] }],
  result: 'date',
  evaluate: evaluateDate,
  compile: compileDate,
};

function evaluateDate(call: CallArguments, moment: Moment): number | null {
  if (call.types[0] === 'date') return call.day(0);
  if (call.types[0] === 'datetime') {
    const instant = call.instant(0);
    return instant === null ? null : localDay(instant, moment.timeZone);
  }
  const said = trimText(call.text(0));
  return said.length === 10 ? readDate(said) : null;
}

function compileDate(call: SqlCall): Sql {
  const subject = argument(call, 0);
  if (call.types[0] === 'date') return subject;
  if (call.types[0] === 'datetime') return sql`(${subject} at time zone ${call.timeZone})::date`;
  return call.bind(
    { found: sql`regexp_match(btrim(${subject}, ${textParameter(trimmedCharacters)}), '^([0-9]{4})-([0-9]{2})-([0-9]{2})$')` },
    ({ found }) => {
      const part = (index: number): Sql => sql`(${found})[${sql.lit(index)}]::numeric`;
      return dateFromParts(call.bind, { year: part(1), month: part(2), day: part(3) });
    },
  );
}
