import type { FormulaType } from '../formula.js';
import type { ArgumentType, Fit, FunctionDefinition, Misfit, Parameter } from '../functions/function-definition.js';
import { listAlternatives, type Sentence } from '../language/sentence.js';
import * as sentences from './sentences.js';

/** A sentence when the call has too many or too few arguments. */
export function checkArgumentCount(definition: FunctionDefinition, given: number): Sentence | undefined {
  const { parameters, name } = definition;
  const fewest = parameters.filter((parameter) => !parameter.optional).length;
  const group = parameters.find((parameter) => parameter.repeats !== undefined)?.repeats;
  const most = group === undefined ? parameters.length : Infinity;
  const inStep = group === undefined || (given - fewest) % group === 0;
  if (given >= fewest && given <= most && inStep) return undefined;
  if (!inStep && group !== undefined && given > fewest) return sentences.inGroups(name, group, given);
  if (most === Infinity) return sentences.countAtLeast(name, fewest, given);
  if (fewest < most) return sentences.countFromTo(name, fewest, most, given);
  return fewest === 1 ? sentences.wrongCountOfOne(name, given) : sentences.wrongCount(name, String(fewest), given);
}

/** The types the arguments take at their places, or the first that does not fit. The count has been checked. */
export function fitParameters(definition: FunctionDefinition, types: readonly ArgumentType[]): Fit | Misfit {
  const fitted: FormulaType[] = [];
  for (const [index, type] of types.entries()) {
    const parameter = parameterAt(definition.parameters, index, types.length);
    const accepted = parameter.types;
    if (accepted !== undefined && type !== 'blank' && !accepted.includes(type)) return misfitOf(definition, parameter, accepted, type, index);
    fitted.push(type === 'blank' ? (accepted?.[0] ?? 'text') : type);
  }
  return typeof definition.result === 'function' ? definition.result(types) : { arguments: fitted, result: definition.result };
}

/** Parameters behind a repeating group are counted from the end. */
function parameterAt(parameters: readonly Parameter[], index: number, given: number): Parameter {
  const first = parameters.findIndex((parameter) => parameter.repeats !== undefined);
  const group = parameters[first]?.repeats ?? 0;
  const after = parameters.length - first - group;
  const place = first < 0 || index < first + group ? index : index >= given - after ? parameters.length - (given - index) : first + ((index - first) % group);
  const parameter = parameters[place];
  if (parameter === undefined) throw new RangeError(`There is no parameter for argument ${index + 1}.`);
  return parameter;
}

function misfitOf(definition: FunctionDefinition, parameter: Parameter, accepted: readonly FormulaType[], type: FormulaType, index: number): Misfit {
  const names = listAlternatives(accepted.slice(0, 3).map((one) => sentences.typeNames[one]));
  const hint = conversions.find(({ to, from }) => accepted.includes(to) && from.includes(type))?.hint;
  return { index, sentence: sentences.wrongArgument(definition.name, parameter.name, names, sentences.typeNames[type]), hint };
}

const conversions: readonly { to: FormulaType; from: readonly FormulaType[]; hint: Sentence }[] = [
  { to: 'text', from: ['multipicklist'], hint: sentences.askIncludes },
  { to: 'multipicklist', from: ['picklist'], hint: sentences.usePickval },
  { to: 'text', from: ['picklist', 'number', 'date', 'time', 'datetime'], hint: sentences.putIntoText },
  { to: 'time', from: ['datetime', 'text'], hint: sentences.putIntoTime },
  { to: 'date', from: ['datetime', 'text'], hint: sentences.putIntoDate },
  { to: 'datetime', from: ['date', 'text'], hint: sentences.putIntoInstant },
  { to: 'number', from: ['text'], hint: sentences.putIntoValue },
  { to: 'boolean', from: ['text', 'number', 'date', 'time', 'datetime', 'picklist', 'multipicklist', 'reference', 'location'], hint: sentences.compareIt },
];
