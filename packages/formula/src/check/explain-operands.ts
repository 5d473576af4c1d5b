import type { FormulaType } from '../formula.js';
import type { ArgumentType } from '../functions/function-definition.js';
import type { Sentence } from '../language/sentence.js';
import type { Operator } from '../parse/syntax-tree.js';
import { isTextual } from '../values/runtime-value.js';
import * as sentences from './sentences.js';

/** Why an operator has no meaning for such operands, and the way out. */
export function explainMisuse(operator: Operator, types: readonly ArgumentType[]): { readonly sentence: Sentence; readonly hint: Sentence | undefined } {
  const [one = 'blank', other] = types;
  const operands = other === undefined ? sentences.typeNames[one] : sentences.and(sentences.typeNames[one], sentences.typeNames[other]);
  return { sentence: sentences.misused(operator === 'negate' ? '-' : operator, operands), hint: hints.find(({ fits }) => fits(operator, types))?.hint };
}

const logical: readonly Operator[] = ['&&', '||', '!'];
const equal: readonly Operator[] = ['=', '<>'];
const has = (types: readonly ArgumentType[], test: (type: FormulaType) => boolean): boolean => types.some((type) => type !== 'blank' && test(type));

const hints: readonly { fits(operator: Operator, types: readonly ArgumentType[]): boolean; hint: Sentence }[] = [
  { fits: (operator) => logical.includes(operator), hint: sentences.conditionsComeFrom },
  { fits: (_, types) => types.includes('multipicklist'), hint: sentences.askIncludes },
  { fits: (_, types) => types.includes('location'), hint: sentences.askDistance },
  { fits: (operator, types) => equal.includes(operator) && types.includes('blank'), hint: sentences.neverBlank },
  { fits: (operator) => operator === '&', hint: sentences.textMakesText },
  { fits: (_, types) => types.includes('date') && types.includes('datetime'), hint: sentences.dateOrInstant },
  { fits: (_, types) => types.includes('time') && types.includes('datetime'), hint: sentences.timeOfInstant },
  { fits: (_, types) => has(types, isTextual) && types.includes('number'), hint: sentences.valueOrText },
  { fits: (_, types) => has(types, isTextual) && types.includes('date'), hint: sentences.textToDate },
  { fits: (_, types) => has(types, isTextual) && types.includes('time'), hint: sentences.textToTime },
  { fits: (_, types) => has(types, isTextual) && types.includes('datetime'), hint: sentences.textToInstant },
];
