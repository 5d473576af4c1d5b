import { boolean } from '../boolean/boolean.js';
import { currency } from '../currency/currency.js';
import { dateTime } from '../date-time/date-time.js';
import { date } from '../date/date.js';
import { decimal } from '../decimal/decimal.js';
import type { FieldSettings, FieldType } from '../field-type.js';
import { percent } from '../percent/percent.js';
import { text } from '../text/text.js';
import { time } from '../time/time.js';

/** What a formula may come to. */
export type FormulaResult = 'text' | 'number' | 'currency' | 'percent' | 'boolean' | 'date' | 'dateTime' | 'time';

interface ResultKind {
  readonly kind: FieldType;
  readonly settings: (scale: number) => FieldSettings;
}

/** A computed number may have more digits than anybody would type. */
const amount = (scale: number): FieldSettings => ({ precision: 38, scale });
const none = (): FieldSettings => ({});

const kinds: Readonly<Record<FormulaResult, ResultKind>> = {
  text: { kind: text, settings: () => text.defaultSettings },
  number: { kind: decimal, settings: amount },
  currency: { kind: currency, settings: amount },
  percent: { kind: percent, settings: amount },
  boolean: { kind: boolean, settings: none },
  date: { kind: date, settings: none },
  dateTime: { kind: dateTime, settings: none },
  time: { kind: time, settings: none },
};

export const formulaResults = Object.keys(kinds) as readonly FormulaResult[];

/** The kind that the values of a formula behave as, and its settings. */
export function resultKind({ result, scale = 2 }: { readonly result: FormulaResult; readonly scale?: number }): { readonly kind: FieldType; readonly settings: FieldSettings } {
  const { kind, settings } = kinds[result];
  return { kind, settings: settings(scale) };
}
