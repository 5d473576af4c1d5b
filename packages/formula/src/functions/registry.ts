import { abs } from './abs.js';
import { addmonths } from './addmonths.js';
import { and } from './and.js';
import { begins } from './begins.js';
import { blankvalue } from './blankvalue.js';
import { caseFunction } from './case.js';
import { ceiling } from './ceiling.js';
import { contains } from './contains.js';
import { date } from './date.js';
import { datetimevalue } from './datetimevalue.js';
import { datevalue } from './datevalue.js';
import { day } from './day.js';
import { find } from './find.js';
import { floor } from './floor.js';
import { ifFunction } from './if.js';
import { isblank } from './isblank.js';
import { ischanged } from './ischanged.js';
import { isnew } from './isnew.js';
import { ispickval } from './ispickval.js';
import { left } from './left.js';
import { len } from './len.js';
import { lower } from './lower.js';
import { lpad } from './lpad.js';
import { max } from './max.js';
import { mceiling } from './mceiling.js';
import { mfloor } from './mfloor.js';
import { mid } from './mid.js';
import { min } from './min.js';
import { mod } from './mod.js';
import { month } from './month.js';
import { not } from './not.js';
import { now } from './now.js';
import { nullvalue } from './nullvalue.js';
import { or } from './or.js';
import { priorvalue } from './priorvalue.js';
import { regex } from './regex.js';
import { right } from './right.js';
import { round } from './round.js';
import { rpad } from './rpad.js';
import { sqrt } from './sqrt.js';
import { substitute } from './substitute.js';
import { textFunction } from './text.js';
import { today } from './today.js';
import { trim } from './trim.js';
import { upper } from './upper.js';
import { value } from './value.js';
import { weekday } from './weekday.js';
import { year } from './year.js';
import type { FormulaFunction } from '../formula.js';
import type { FunctionDefinition } from './function-definition.js';

/** One line per function, in the order in which the reference shows them. */
export const functionDefinitions: readonly FunctionDefinition[] = [
  ifFunction,
  caseFunction,
  and,
  or,
  not,
  isblank,
  blankvalue,
  nullvalue,
  ispickval,
  isnew,
  ischanged,
  priorvalue,
  textFunction,
  value,
  len,
  left,
  right,
  mid,
  upper,
  lower,
  trim,
  contains,
  begins,
  find,
  substitute,
  lpad,
  rpad,
  regex,
  round,
  abs,
  min,
  max,
  mod,
  floor,
  ceiling,
  mfloor,
  mceiling,
  sqrt,
  today,
  now,
  date,
  datevalue,
  datetimevalue,
  year,
  month,
  day,
  weekday,
  addmonths,
];

const definitions: ReadonlyMap<string, FunctionDefinition> = new Map(functionDefinitions.map((definition) => [definition.name, definition]));

/** `name` in capitals. */
export function findFunction(name: string): FunctionDefinition | undefined {
  return definitions.get(name);
}

export function functionOf(name: string): FunctionDefinition {
  const found = findFunction(name);
  if (found === undefined) throw new Error(`The function ${name} does not exist.`);
  return found;
}

/** For the editor and the generated reference. */
export const formulaFunctions: readonly FormulaFunction[] = functionDefinitions.map(({ name, signature, description, examples }) =>
  Object.freeze({ name, signature, description, examples }),
);
