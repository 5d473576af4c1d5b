import type { FormulaType } from '../formula.js';
import { describe } from '../functions/fit-arguments.js';
import type { ArgumentType, Fit, FunctionDefinition, Misfit, Parameter } from '../functions/function-definition.js';

/** A sentence when the call has too many or too few arguments. */
export function checkArgumentCount(definition: FunctionDefinition, given: number): string | undefined {
  const { parameters, name } = definition;
  const fewest = parameters.filter((parameter) => !parameter.optional).length;
  const group = parameters.find((parameter) => parameter.repeats !== undefined)?.repeats;
  const most = group === undefined ? parameters.length : Infinity;
  const inStep = group === undefined || (given - fewest) % group === 0;
  if (given >= fewest && given <= most && inStep) return undefined;
  if (!inStep && given > fewest) return `${name} takes its values in groups of ${group}; with ${given} arguments one is missing.`;
  const wanted = fewest === most ? `${fewest}` : most === Infinity ? `at least ${fewest}` : `${fewest} to ${most}`;
  return `${name} takes ${wanted} ${wanted === '1' ? 'argument' : 'arguments'}, not ${given}.`;
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
  const message = `${definition.name} takes ${accepted.slice(0, 3).map(describe).join(' or ')} as "${parameter.name}", but this is ${describe(type)}.`;
  const hint = conversions.find(({ to, from }) => accepted.includes(to) && from.includes(type))?.hint;
  return { index, message, ...(hint === undefined ? {} : { hint }) };
}

const conversions: readonly { to: FormulaType; from: readonly FormulaType[]; hint: string }[] = [
  { to: 'text', from: ['picklist', 'number', 'date', 'datetime'], hint: 'Put it into TEXT(…).' },
  { to: 'date', from: ['datetime', 'text'], hint: 'Put it into DATEVALUE(…).' },
  { to: 'datetime', from: ['date', 'text'], hint: 'Put it into DATETIMEVALUE(…).' },
  { to: 'number', from: ['text'], hint: 'Put it into VALUE(…).' },
  { to: 'boolean', from: ['text', 'number', 'date', 'datetime', 'picklist', 'reference'], hint: 'Compare it with something, or ask NOT(ISBLANK(…)).' },
];
