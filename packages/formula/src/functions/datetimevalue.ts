import { sql } from 'kysely';
import type { CallArguments } from '../evaluate/call-arguments.js';
import { dateFromParts, textParameter, type Sql } from '../to-sql/fragments.js';
import { readInstant, type Instant } from '../values/instants.js';
import { trimmedCharacters, trimText } from '../values/text.js';
import { startOfDay } from '../values/time-zone.js';
import { argument, type FunctionDefinition, type Moment, type SqlCall } from './function-definition.js';

export const datetimevalue: FunctionDefinition = {
  name: 'DATETIMEVALUE',
  signature: 'DATETIMEVALUE(text or date)',
  area: 'date',
  description: {
    en: 'The instant a text "YYYY-MM-DD HH:MM:SS" says in UTC, blank where it says none; of a date, its beginning in the time zone of the org.',
    'zh-TW': '文字「YYYY-MM-DD HH:MM:SS」以 UTC 所寫的日期時間，不是時為空白；日期則取它在組織時區的開始。',
    'zh-CN': '文本“YYYY-MM-DD HH:MM:SS”以 UTC 所写的日期时间，不是时为空白；日期则取它在组织时区的开始。',
  },
  examples: [
    { formula: 'DATETIMEVALUE("2028-02-29 08:30:00")', result: '2028-02-29T08:30:00.000Z' },
    { formula: 'DATETIMEVALUE("tomorrow")', result: null },
  ],
  parameters: [{ name: 'text or date', types: ['text', 'date', 'datetime', 'reference'] }],
  result: 'datetime',
  evaluate: evaluateInstant,
  compile: compileInstant,
};

function evaluateInstant(call: CallArguments, moment: Moment): Instant | null {
  if (call.types[0] === 'datetime') return call.instant(0);
  if (call.types[0] === 'date') {
    const day = call.day(0);
    return day === null ? null : startOfDay(day, moment.timeZone);
  }
  const said = trimText(call.text(0));
  return /^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?Z?$/.test(said) ? readInstant(said) : null;
}

const written = '^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([01][0-9]|2[0-3]):([0-5][0-9])(:([0-5][0-9]))?Z?$';

function compileInstant(call: SqlCall): Sql {
  const subject = argument(call, 0);
  if (call.types[0] === 'datetime') return subject;
  if (call.types[0] === 'date') return sql`(${subject}::timestamp at time zone ${call.timeZone})`;
  return call.bind(
    { found: sql`regexp_match(btrim(${subject}, ${textParameter(trimmedCharacters)}), ${textParameter(written)})` },
    ({ found }) => {
      const digits = (from: number, length: number): Sql => sql`substr((${found})[1], ${sql.lit(from)}, ${sql.lit(length)})::numeric`;
      const date = dateFromParts(call.bind, { year: digits(1, 4), month: digits(6, 2), day: digits(9, 2) });
      return sql`((${date} + make_interval(
        hours => (${found})[2]::int, mins => (${found})[3]::int, secs => coalesce((${found})[5], '0')::float8)) at time zone 'UTC')`;
    },
  );
}
