import type { FormulaType } from '../formula.js';
import { describe } from '../functions/fit-arguments.js';
import type { ArgumentType } from '../functions/function-definition.js';
import type { Operator } from '../parse/syntax-tree.js';
import { isTextual } from '../values/runtime-value.js';

/** Why an operator has no meaning for such operands, and the way out. */
export function explainMisuse(operator: Operator, types: readonly ArgumentType[]): { message: string; hint?: string } {
  const sign = operator === 'negate' ? '-' : operator;
  const message = `The operator ${sign} does not work with ${types.map(describe).join(' and ')}.`;
  const hint = hints.find(({ fits }) => fits(operator, types))?.hint;
  return { message, ...(hint === undefined ? {} : { hint }) };
}

const logical: readonly Operator[] = ['&&', '||', '!'];
const equal: readonly Operator[] = ['=', '<>'];
const has = (types: readonly ArgumentType[], test: (type: FormulaType) => boolean): boolean => types.some((type) => type !== 'blank' && test(type));

const hints: readonly { fits(operator: Operator, types: readonly ArgumentType[]): boolean; hint: string }[] = [
  { fits: (operator) => logical.includes(operator), hint: 'Conditions come from comparisons, as amount > 0, or from functions, as ISBLANK(name).' },
  { fits: (operator, types) => equal.includes(operator) && types.includes('blank'), hint: 'A field that is true or false is never blank; blank counts as false.' },
  { fits: (operator) => operator === '&', hint: 'TEXT(…) makes a text of a number, date or instant.' },
  {
    fits: (_, types) => types.includes('date') && types.includes('datetime'),
    hint: 'DATEVALUE(…) takes the date of an instant; DATETIMEVALUE(…) takes the beginning of a date.',
  },
  { fits: (_, types) => has(types, isTextual) && types.includes('number'), hint: 'VALUE(…) makes a number of a text, TEXT(…) a text of a number.' },
  { fits: (_, types) => has(types, isTextual) && types.includes('date'), hint: 'DATEVALUE("2026-01-31") makes a date of a text.' },
  { fits: (_, types) => has(types, isTextual) && types.includes('datetime'), hint: 'DATETIMEVALUE("2026-01-31 08:00:00") makes an instant of a text.' },
];
