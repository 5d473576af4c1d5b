import type { FormulaType, FormulaValue } from '../formula.js';
import { readDate, writeDate } from './calendar.js';
import { type Numeric, readNumber, writeNumber } from './decimals.js';
import { readInstant, writeInstant, type Instant } from './instants.js';

/**
 * A value while a formula is worked out: text, picklist and reference as string, where blank is ''; boolean as boolean,
 * where blank is false; number as Numeric, date as day number, datetime as Instant, where blank is null.
 */
export type RuntimeValue = string | boolean | Numeric | number | Instant | null;

interface RuntimeForm {
  read(value: unknown): RuntimeValue;
  write(value: RuntimeValue): FormulaValue;
}

const textForm: RuntimeForm = {
  read: (value) => (value === null || value === undefined ? '' : String(value)),
  write: (value) => (value === '' ? null : (value as string)),
};

export const runtimeForms: Readonly<Record<FormulaType, RuntimeForm>> = {
  text: textForm,
  picklist: textForm,
  reference: textForm,
  boolean: { read: (value) => value === true, write: (value) => value as boolean },
  number: { read: readNumber, write: (value) => (value === null ? null : writeNumber(value as Numeric)) },
  date: { read: readDate, write: (value) => (value === null ? null : writeDate(value as number)) },
  datetime: { read: readInstant, write: (value) => (value === null ? null : writeInstant(value as Instant)) },
};

export function isTextual(type: FormulaType): boolean {
  return type === 'text' || type === 'picklist' || type === 'reference';
}
