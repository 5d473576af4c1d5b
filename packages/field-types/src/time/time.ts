import { sql } from 'kysely';
import type { FieldSettings, FieldType } from '../field-type.js';
import { fittingOr } from '../fitting.js';
import type { OperatorName } from '../operators/index.js';
import { describeProperty } from '../property-schema.js';
import { readTimeText } from '../read-text/read-time.js';
import { compareText } from '../text/text-value.js';
import { timeText } from './time-text.js';

const clockOperators: readonly OperatorName[] = ['eq', 'ne', 'in', 'notIn', 'gt', 'gte', 'lt', 'lte', 'isBlank'];

const fromText = fittingOr({
  fits: (column) => sql<boolean>`(${column} is null or ${column} ~ '^\\s*([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?\\s*$')`,
  value: (column) => sql`btrim(${column})::time`,
});

/** A time of day, 'HH:MM:SS', without a day or a zone. */
export const time: FieldType<FieldSettings> = {
  name: 'time',
  propertySchema: describeProperty({ type: 'time', keywords: { type: { const: 'string' }, format: { const: 'time' } } }),
  defaultSettings: {},
  readSettings: () => ({}),
  writeSettings: () => ({ keywords: { type: 'string', format: 'time' }, guanxi: { type: 'time' } }),
  // JSON Schema's own format "time" asks for an offset, which a time of day has not.
  valueSchema: () => ({ type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$' }),
  column: () => ({ name: 'time', arguments: [0] }),
  scalar: 'Time',
  operators: clockOperators,
  formulaType: 'time',
  sortable: true,
  searchable: false,
  toJson: timeText,
  normalize: (value) => (value === null ? null : `${String(value)}:00`.slice(0, 8)),
  parseText: (cell) => readTimeText(cell),
  formatText: String,
  compare: compareText,
  castFrom: {
    dateTime: { convert: (column, { timeZone }) => sql`date_trunc('second', ${column} at time zone ${sql.lit(timeZone)})::time` },
    text: fromText,
    longText: fromText,
  },
};
