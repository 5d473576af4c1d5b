import { sql } from 'kysely';
import type { FormulaType } from '../formula.js';
import type { Sql } from '../to-sql/fragments.js';
import { dayOfMilliseconds, writeDate } from '../values/calendar.js';
import { writeNumber, type Numeric } from '../values/decimals.js';
import { millisecondsOf, type Instant } from '../values/instants.js';
import { writeClock, type TimeOfDay } from '../values/times.js';
import type { RuntimeValue } from '../values/runtime-value.js';
import { argument, type FunctionDefinition } from './function-definition.js';

export const textFunction: FunctionDefinition = {
  name: 'TEXT',
  signature: 'TEXT(value)',
  description: 'A number, date, instant (in UTC) or picklist as text; blank becomes the empty text.',
  examples: [
    { formula: 'TEXT(12.50)', result: '12.5' },
    { formula: 'TEXT(DATE(2028, 2, 29))', result: '2028-02-29' },
    { formula: 'TEXT(DATETIMEVALUE("2028-02-29 08:30:00"))', result: '2028-02-29 08:30:00Z' },
  ],
  parameters: [{ name: 'value', types: ['text', 'number', 'date', 'time', 'datetime', 'picklist', 'reference'] }],
  result: 'text',
  evaluate: (call) => {
    const value = call.any(0);
    return value === null ? '' : writerOf(call.types[0]).evaluate(value);
  },
  compile: (call) => writerOf(call.types[0]).compile(argument(call, 0)),
};

interface Writer {
  evaluate(value: RuntimeValue): string;
  compile(value: Sql): Sql;
}

function writerOf(type: FormulaType | undefined): Writer {
  return type === undefined || type === 'multipicklist' || type === 'location' ? asItIs : writers[type];
}

const asItIs: Writer = { evaluate: String, compile: (value) => value };

const writers: Readonly<Record<Exclude<FormulaType, 'multipicklist' | 'location'>, Writer>> = {
  text: asItIs,
  picklist: asItIs,
  reference: asItIs,
  boolean: asItIs,
  number: {
    evaluate: (value) => writeNumber(value as Numeric),
    compile: (value) => sql`coalesce(trim_scale(${value})::text, '')`,
  },
  date: {
    evaluate: (value) => writeDate(value as number),
    compile: (value) => sql`coalesce(to_char(${value}, 'YYYY-MM-DD'), '')`,
  },
  time: {
    evaluate: (value) => writeClock(value as TimeOfDay),
    compile: (value) => sql`coalesce(left(${value}::text, 8), '')`,
  },
  datetime: {
    evaluate: (value) => writeSeconds(value as Instant),
    compile: (value) => sql`coalesce(to_char(${value} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS"Z"'), '')`,
  },
};

function writeSeconds(instant: Instant): string {
  const milliseconds = millisecondsOf(instant);
  return `${writeDate(dayOfMilliseconds(milliseconds))} ${new Date(milliseconds).toISOString().slice(-13, -5)}Z`;
}
