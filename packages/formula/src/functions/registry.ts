import { abs } from './abs.js';
import { acos } from './acos.js';
import { addmonths } from './addmonths.js';
import { and } from './and.js';
import { ascii } from './ascii.js';
import { asin } from './asin.js';
import { atan } from './atan.js';
import { atan2 } from './atan2.js';
import { begins } from './begins.js';
import { blankvalue } from './blankvalue.js';
import { br } from './br.js';
import { caseFunction } from './case.js';
import { casesafeid } from './casesafeid.js';
import { ceiling } from './ceiling.js';
import { chr } from './chr.js';
import { contains } from './contains.js';
import { cos } from './cos.js';
import { date } from './date.js';
import { datetimevalue } from './datetimevalue.js';
import { datevalue } from './datevalue.js';
import { day } from './day.js';
import { dayofyear } from './dayofyear.js';
import { distance } from './distance.js';
import { exp } from './exp.js';
import { find } from './find.js';
import { floor } from './floor.js';
import { formatduration } from './formatduration.js';
import { fromunixtime } from './fromunixtime.js';
import { geolocation } from './geolocation.js';
import { hour } from './hour.js';
import { hyperlink } from './hyperlink.js';
import { ifFunction } from './if.js';
import { ifs } from './ifs.js';
import { image } from './image.js';
import { includes } from './includes.js';
import { initcap } from './initcap.js';
import { isblank } from './isblank.js';
import { ischanged } from './ischanged.js';
import { isnew } from './isnew.js';
import { isnull } from './isnull.js';
import { isnumber } from './isnumber.js';
import { isoweek } from './isoweek.js';
import { isoyear } from './isoyear.js';
import { ispickval } from './ispickval.js';
import { left } from './left.js';
import { len } from './len.js';
import { ln } from './ln.js';
import { log } from './log.js';
import { lower } from './lower.js';
import { lpad } from './lpad.js';
import { max } from './max.js';
import { mceiling } from './mceiling.js';
import { mfloor } from './mfloor.js';
import { mid } from './mid.js';
import { millisecond } from './millisecond.js';
import { min } from './min.js';
import { minute } from './minute.js';
import { mod } from './mod.js';
import { month } from './month.js';
import { not } from './not.js';
import { now } from './now.js';
import { nullvalue } from './nullvalue.js';
import { or } from './or.js';
import { pi } from './pi.js';
import { picklistcount } from './picklistcount.js';
import { priorvalue } from './priorvalue.js';
import { regex } from './regex.js';
import { reverse } from './reverse.js';
import { right } from './right.js';
import { round } from './round.js';
import { rpad } from './rpad.js';
import { second } from './second.js';
import { sin } from './sin.js';
import { sqrt } from './sqrt.js';
import { substitute } from './substitute.js';
import { tan } from './tan.js';
import { textFunction } from './text.js';
import { timenow } from './timenow.js';
import { timevalue } from './timevalue.js';
import { today } from './today.js';
import { trim } from './trim.js';
import { trunc } from './trunc.js';
import { unixtimestamp } from './unixtimestamp.js';
import { upper } from './upper.js';
import { value } from './value.js';
import { weekday } from './weekday.js';
import { year } from './year.js';
import type { FormulaFunction } from '../formula.js';
import type { FunctionDefinition } from './function-definition.js';

/** One line per function, in the order in which the reference shows them. */
export const functionDefinitions: readonly FunctionDefinition[] = [
  ifFunction,
  ifs,
  caseFunction,
  and,
  or,
  not,
  isblank,
  isnull,
  isnumber,
  blankvalue,
  nullvalue,
  isnew,
  ischanged,
  priorvalue,
  ispickval,
  includes,
  picklistcount,
  textFunction,
  value,
  len,
  left,
  right,
  mid,
  upper,
  lower,
  initcap,
  trim,
  contains,
  begins,
  find,
  substitute,
  lpad,
  rpad,
  reverse,
  regex,
  ascii,
  chr,
  br,
  hyperlink,
  image,
  casesafeid,
  round,
  trunc,
  abs,
  min,
  max,
  mod,
  floor,
  ceiling,
  mfloor,
  mceiling,
  sqrt,
  exp,
  ln,
  log,
  pi,
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  atan2,
  geolocation,
  distance,
  today,
  now,
  timenow,
  date,
  datevalue,
  datetimevalue,
  timevalue,
  year,
  month,
  day,
  weekday,
  dayofyear,
  isoweek,
  isoyear,
  hour,
  minute,
  second,
  millisecond,
  addmonths,
  unixtimestamp,
  fromunixtime,
  formatduration,
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
export const formulaFunctions: readonly FormulaFunction[] = functionDefinitions.map(({ name, area, signature, description, examples }) =>
  Object.freeze({ name, area, signature, description, examples }),
);

/** What is told about a function, `name` in any capitals. */
export function findFormulaFunction(name: string): FormulaFunction | undefined {
  const wanted = name.toUpperCase();
  return formulaFunctions.find((one) => one.name === wanted);
}
