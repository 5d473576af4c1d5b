import { Decimal } from 'decimal.js';
import { sql } from 'kysely';
import type { FieldType, ParsedText } from '../field-type.js';
import type { JsonValue } from '../json-schema.js';
import { readNumberText } from '../read-text/read-number.js';
import { quote, refuse } from '../read-text/refuse.js';
import { castsToDecimal } from './decimal-casts.js';
import { compareDecimals, type DecimalSettings, decimalSchema, normalizeDecimal, numberOperators } from './decimal-value.js';

type KindOfDecimal = Omit<FieldType<DecimalSettings>, 'name' | 'propertySchema' | 'defaultSettings' | 'readSettings' | 'writeSettings'>;

/** What decimal, currency and percent have alike: exact numbers that travel as text. */
export const kindOfDecimal: KindOfDecimal = {
  valueSchema: decimalSchema,
  column: ({ precision, scale }) => ({ name: 'numeric', arguments: [precision, scale] }),
  scalar: 'Decimal',
  operators: numberOperators,
  formulaType: 'number',
  sortable: true,
  searchable: false,
  toJson: (column) => sql`${column}::text`,
  normalize: normalizeDecimal,
  parseText: (cell, settings, { locale }) => readDecimal(cell, settings, locale),
  formatText: (value: JsonValue) => String(value),
  compare: compareDecimals,
  castFrom: castsToDecimal,
};

function readDecimal(cell: string, settings: DecimalSettings, locale: string): ParsedText {
  const read = readNumberText(cell, locale);
  if (!read.ok || read.value === null) return read;
  const { precision, scale } = settings;
  const number = new Decimal(read.value);
  if (number.decimalPlaces() > scale) {
    return refuse(
      'too-many-decimals',
      `Expected at most ${scale} digits after the decimal point, found ${number.decimalPlaces()} in ${quote(cell)}.`,
      'Round the value in the file, or give the field more decimals.',
    );
  }
  if (number.abs().lessThan(`1e${precision - scale}`)) return { ok: true, value: normalizeDecimal(read.value, settings) };
  return refuse('out-of-range', `Expected at most ${precision - scale} digits before the decimal point, found ${quote(cell)}.`);
}
