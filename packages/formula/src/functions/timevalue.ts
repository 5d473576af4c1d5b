import { sql } from 'kysely';
import type { CallArguments } from '../evaluate/call-arguments.js';
import { textParameter, type Sql } from '../to-sql/fragments.js';
import { trimmedCharacters, trimText } from '../values/text.js';
import { localTime } from '../values/time-zone.js';
import { readTime, type TimeOfDay } from '../values/times.js';
import { argument, type Moment, type SqlCall, type FunctionDefinition } from './function-definition.js';

export const timevalue: FunctionDefinition = {
  name: 'TIMEVALUE',
  signature: 'TIMEVALUE(text or instant)',
  area: 'date',
  description: {
    en: 'The time a text "HH:MM:SS" says, blank where it says none; of an instant, its time in the time zone of the org.',
    'zh-TW': '文字「HH:MM:SS」所寫的時間，不是時間時為空白；日期時間則取它在組織時區的時間。',
    'zh-CN': '文本“HH:MM:SS”所写的时间，不是时间时为空白；日期时间则取它在组织时区的时间。',
  },
  examples: [
    { formula: 'TIMEVALUE("08:30")', result: '08:30:00' },
    { formula: 'TIMEVALUE("25:00")', result: null },
  ],
  parameters: [{ name: 'text or instant', types: ['text', 'datetime', 'time', 'reference'] }],
  result: 'time',
  evaluate: evaluateTime,
  compile: compileTime,
};

function evaluateTime(call: CallArguments, moment: Moment): TimeOfDay | null {
  if (call.types[0] === 'time') return call.time(0);
  if (call.types[0] !== 'datetime') return readTime(trimText(call.text(0)));
  const instant = call.instant(0);
  return instant === null ? null : localTime(instant, moment.timeZone);
}

const written = '^([01][0-9]|2[0-3]):([0-5][0-9])(:([0-5][0-9]([.][0-9]{1,6})?))?$';

function compileTime(call: SqlCall): Sql {
  const subject = argument(call, 0);
  if (call.types[0] === 'time') return subject;
  if (call.types[0] === 'datetime') return sql`(${subject} at time zone ${call.timeZone})::time`;
  return call.bind(
    { found: sql`regexp_match(btrim(${subject}, ${textParameter(trimmedCharacters)}), ${textParameter(written)})` },
    ({ found }) => sql`make_time((${found})[1]::int, (${found})[2]::int, coalesce((${found})[4], '0')::float8)`,
  );
}
