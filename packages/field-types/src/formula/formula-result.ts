import { boolean } from '../boolean/boolean.js';
import { currency } from '../currency/currency.js';
import { dateTime } from '../date-time/date-time.js';
import { date } from '../date/date.js';
import { decimal } from '../decimal/decimal.js';
import type { FieldSettings, FieldType } from '../field-type.js';
import { percent } from '../percent/percent.js';
import { text } from '../text/text.js';
import { time } from '../time/time.js';
import { type FormulaResult, resultSettings } from './result-settings.js';

const kinds: Readonly<Record<FormulaResult, FieldType>> = { text, number: decimal, currency, percent, boolean, date, dateTime, time };

/** The kind that the values of a formula behave as, and its settings. */
export function resultKind(formula: { readonly result: FormulaResult; readonly scale?: number }): { readonly kind: FieldType; readonly settings: FieldSettings } {
  return { kind: kinds[formula.result], settings: resultSettings(formula) };
}
