import { type RawBuilder, sql } from 'kysely';
import type { FieldSettings, FieldType } from '../field-type.js';
import { fittingOr } from '../fitting.js';
import type { OperatorName } from '../operators/index.js';
import { describeProperty } from '../property-schema.js';
import { readDateText } from '../read-text/read-date.js';
import { asItIs, compareText } from '../text/text-value.js';
import { isCalendarDay } from './is-calendar-day.js';

export const calendarOperators: readonly OperatorName[] = ['eq', 'ne', 'in', 'notIn', 'gt', 'gte', 'lt', 'lte', 'isBlank', 'within'];

const fromText = fittingOr({
  fits: (column) =>
    sql<boolean>`case when ${column} ~ '^\\s*\\d{4}-\\d{2}-\\d{2}\\s*$' then ${isCalendarDay(sql`btrim(${column})`)} else ${column} is null end`,
  value: (column) => sql`btrim(${column})::date`,
});

/** A day of the calendar, 'YYYY-MM-DD', the same everywhere. */
export const date: FieldType<FieldSettings> = {
  name: 'date',
  propertySchema: describeProperty({ type: 'date', keywords: { type: { const: 'string' }, format: { const: 'date' } } }),
  defaultSettings: {},
  readSettings: () => ({}),
  writeSettings: () => ({ keywords: { type: 'string', format: 'date' }, guanxi: { type: 'date' } }),
  valueSchema: () => ({ type: 'string', format: 'date', pattern: '^(?!0000)' }),
  column: () => ({ name: 'date' }),
  scalar: 'Date',
  operators: calendarOperators,
  formulaType: 'date',
  sortable: true,
  searchable: false,
  toJson: asItIs,
  normalize: (value) => value,
  parseText: (cell, _settings, context) => readDateText(cell, context),
  formatText: String,
  compare: compareText,
  castFrom: {
    dateTime: { convert: (column: RawBuilder<unknown>, { timeZone }) => sql`(${column} at time zone ${sql.lit(timeZone)})::date` },
    text: fromText,
    longText: fromText,
  },
};
