import { sql } from 'kysely';
import type { CallArguments } from '../evaluate/call-arguments.js';
import { bind, dateFromParts, textParameter, type Sql } from '../to-sql/fragments.js';
import { readInstant, type Instant } from '../values/instants.js';
import { trimmedCharacters, trimText } from '../values/text.js';
import { startOfDay } from '../values/time-zone.js';
import { argument, type FunctionDefinition, type Moment, type SqlCall } from './function-definition.js';

export const datetimevalue: FunctionDefinition = {
  name: 'DATETIMEVALUE',
  signature: 'DATETIMEVALUE(text or date)',
  description: 'The instant a text "YYYY-MM-DD HH:MM:SS" says in UTC, blank where it says none; of a date, its beginning in the time zone of the org.',
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
  const digits = (from: number, length: number): Sql => sql`substr(found[1], ${sql.lit(from)}, ${sql.lit(length)})::numeric`;
  return bind(
    { found: sql`regexp_match(btrim(${subject}, ${textParameter(trimmedCharacters)}), ${textParameter(written)})` },
    sql`(${dateFromParts(digits(1, 4), digits(6, 2), digits(9, 2))} + make_interval(
      hours => found[2]::int, mins => found[3]::int, secs => coalesce(found[5], '0')::float8)) at time zone 'UTC'`,
  );
}
