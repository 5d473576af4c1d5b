import type { FormulaType, FormulaValue } from '../formula.js';
import { readDate, writeDate } from './calendar.js';
import { type Numeric, readNumber, writeNumber } from './decimals.js';
import { readInstant, writeInstant, type Instant } from './instants.js';
import { readLocation, writeLocation, type Location } from './location.js';
import { readTime, writeTime } from './times.js';

/**
 * A value while a formula is worked out: text, picklist and reference as string, where blank is ''; boolean as boolean,
 * where blank is false; multipicklist as list, where blank is empty; number as Numeric, date as day number, time as
 * microseconds, datetime as Instant, location as Location, where blank is null.
 */
export type RuntimeValue = string | boolean | Numeric | number | Instant | Location | readonly string[] | null;

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
  time: { read: readTime, write: (value) => (value === null ? null : writeTime(value as number)) },
  multipicklist: {
    read: (value) => (Array.isArray(value) ? value.map(String) : []),
    write: (value) => ((value as readonly string[]).length === 0 ? null : (value as readonly string[])),
  },
  location: { read: readLocation, write: (value) => (value === null ? null : writeLocation(value as Location)) },
  datetime: { read: readInstant, write: (value) => (value === null ? null : writeInstant(value as Instant)) },
};

export function isTextual(type: FormulaType): boolean {
  return type === 'text' || type === 'picklist' || type === 'reference';
}
