import { sql } from 'kysely';
import type { FormulaType } from '../formula.js';
import { dateAsText, type Bind, type Sql } from '../to-sql/fragments.js';
import { dayOfMilliseconds, writeDate } from '../values/calendar.js';
import { writeNumber, type Numeric } from '../values/decimals.js';
import { millisecondsOf, type Instant } from '../values/instants.js';
import { writeClock, type TimeOfDay } from '../values/times.js';
import type { RuntimeValue } from '../values/runtime-value.js';
import { argument, type FunctionDefinition } from './function-definition.js';

export const textFunction: FunctionDefinition = {
  name: 'TEXT',
  signature: 'TEXT(value)',
  area: 'text',
  description: {
    en: 'A number, date, time, instant (in UTC) or picklist as text; blank becomes the empty text.',
    'zh-TW': '數字、日期、時間、日期時間（UTC）或選項清單的文字；空白變成空文字。',
    'zh-CN': '数字、日期、时间、日期时间（UTC）或选项列表的文本；空白变成空文本。',
  },
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
  compile: (call) => writerOf(call.types[0]).compile(argument(call, 0), call.bind),
};

interface Writer {
  evaluate(value: RuntimeValue): string;
  compile(value: Sql, bind: Bind): Sql;
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
    compile: (value, bind) => sql`coalesce(${dateAsText(bind, value)}, '')`,
  },
  time: {
    evaluate: (value) => writeClock(value as TimeOfDay),
    compile: (value) => sql`coalesce(left(${value}::text, 8), '')`,
  },
  datetime: {
    evaluate: (value) => writeSeconds(value as Instant),
    compile: (value, bind) => bind({ there: sql`(${value} at time zone 'UTC')` }, ({ there }) =>
      sql`coalesce(${dateAsText(bind, sql`${there}::date`)} || ' ' || left(${there}::time::text, 8) || 'Z', '')`),
  },
};

function writeSeconds(instant: Instant): string {
  const milliseconds = millisecondsOf(instant);
  return `${writeDate(dayOfMilliseconds(milliseconds))} ${new Date(milliseconds).toISOString().slice(-13, -5)}Z`;
}
