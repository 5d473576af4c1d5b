import { sql } from 'kysely';
import { calendarOperators } from '../date/date.js';
import { isCalendarDay } from '../date/is-calendar-day.js';
import type { FieldSettings, FieldType } from '../field-type.js';
import { fittingOr } from '../fitting.js';
import type { JsonValue } from '../json-schema.js';
import { describeProperty } from '../property-schema.js';
import { readDateTimeText } from '../read-text/read-date-time.js';
import { dateTimeText } from './date-time-text.js';

/** Only text that names its offset is one instant whatever the session's time zone is. */
const fromText = fittingOr({
  fits: (column) =>
    sql<boolean>`case when ${column} ~ '^\\s*\\d{4}-\\d{2}-\\d{2}[T ]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?\\s*(Z|[+-](0\\d|1[0-5]):?[0-5]\\d)\\s*$' then ${isCalendarDay(sql`btrim(${column})`)} else ${column} is null end`,
  value: (column) => sql`btrim(${column})::timestamptz`,
});

/** An instant, ISO-8601 in UTC with milliseconds. */
export const dateTime: FieldType<FieldSettings> = {
  name: 'dateTime',
  propertySchema: describeProperty({ type: 'dateTime', keywords: { type: { const: 'string' }, format: { const: 'date-time' } } }),
  defaultSettings: {},
  readSettings: () => ({}),
  writeSettings: () => ({ keywords: { type: 'string', format: 'date-time' }, guanxi: { type: 'dateTime' } }),
  valueSchema: () => ({ type: 'string', format: 'date-time', pattern: '^(?!0000)' }),
  column: () => ({ name: 'timestamptz', arguments: [3] }),
  scalar: 'DateTime',
  operators: calendarOperators,
  formulaType: 'datetime',
  sortable: true,
  searchable: false,
  toJson: dateTimeText,
  normalize: (value) => (value === null ? null : new Date(String(value)).toISOString()),
  parseText: (cell, _settings, context) => readDateTimeText(cell, context),
  formatText: String,
  compare: (left, right) => instant(left) - instant(right),
  castFrom: {
    date: { convert: (column, { timeZone }) => sql`(${column}::timestamp at time zone ${sql.lit(timeZone)})` },
    text: fromText,
    longText: fromText,
  },
};

function instant(value: JsonValue): number {
  return Date.parse(String(value));
}
