import { sql } from 'kysely';
import type { CallArguments } from '../evaluate/call-arguments.js';
import { bind, dateFromParts, textParameter, type Sql } from '../to-sql/fragments.js';
import { readDate } from '../values/calendar.js';
import { trimmedCharacters, trimText } from '../values/text.js';
import { localDay } from '../values/time-zone.js';
import { argument, type FunctionDefinition, type Moment, type SqlCall } from './function-definition.js';

export const datevalue: FunctionDefinition = {
  name: 'DATEVALUE',
  signature: 'DATEVALUE(text or instant)',
  description: 'The date a text "YYYY-MM-DD" says, blank where it says none; of an instant, its date in the time zone of the org.',
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
  const part = (index: number): Sql => sql`found[${sql.lit(index)}]::numeric`;
  return bind(
    { found: sql`regexp_match(btrim(${subject}, ${textParameter(trimmedCharacters)}), '^([0-9]{4})-([0-9]{2})-([0-9]{2})$')` },
    dateFromParts(part(1), part(2), part(3)),
  );
}
