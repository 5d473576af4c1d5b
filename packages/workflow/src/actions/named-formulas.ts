import type { JsonSchema } from '@guanxi/field-types';
import { jsonPointer, type Problem } from '@guanxi/metadata';
import { readFormula } from '../expressions/read-formula.js';
import type { ActionContext } from './action.js';
import { isTextRecord } from './field-values.js';

const NAME = /^[A-Za-z]\w{0,63}$/;
const MOST = 50;

/** Input schema of values that go out under names of the step's own. */
export const namedFormulasSchema: JsonSchema = {
  type: 'object',
  title: 'Values',
  description: 'What is told along, by name: a formula over the workflow’s record for each.',
  format: 'named-formulas',
  additionalProperties: { type: 'string', format: 'formula' },
  maxProperties: MOST,
};

/** `key` is where they stand in the step's input. */
export function checkNamedFormulas(values: unknown, key: string, context: ActionContext): Problem[] {
  if (values === undefined) return [];
  if (!isTextRecord(values)) return [{ path: jsonPointer(key), code: 'values.shape', message: 'The values have to be formulas, each under its name.' }];
  const names = Object.keys(values);
  if (names.length > MOST) return [{ path: jsonPointer(key), code: 'values.many', message: `The step tells ${names.length} values; ${MOST} is the most.` }];
  return Object.entries(values).flatMap(([name, formula]): Problem[] => {
    const path = jsonPointer(key, name);
    const read = readFormula(formula, context);
    return [
      ...(NAME.test(name) ? [] : [{ path, code: 'value.name', message: `“${name}” is no name for a value.`, hint: 'Use letters and digits, beginning with a letter.' }]),
      ...(read.ok ? [] : read.problems.map((problem) => ({ ...problem, path }))),
    ];
  });
}
