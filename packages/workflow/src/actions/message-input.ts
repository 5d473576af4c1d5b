import type { JsonSchema } from '@guanxi/field-types';
import type { Problem } from '@guanxi/metadata';
import { readFormula } from '../expressions/read-formula.js';
import type { ActionContext, StepInput } from './action.js';

/** A text of a step's input that names a message template; that there is one is checked where documents are put together. */
export const templateSchema: JsonSchema = { type: 'string', title: 'Template', description: 'A message in the languages of those who get it.', format: 'message-template' };

/** A step says its message either by a template or by formulas of its own. */
export function checkMessage(input: StepInput, parts: readonly string[], context: ActionContext): Problem[] {
  const given = parts.filter((part) => input[part] !== undefined);
  if (input['template'] !== undefined) {
    return given.map((part) => ({ path: `/${part}`, code: 'message.twice', message: `The step names a template and says a ${part} of its own.`, hint: 'Keep one of the two.' }));
  }
  return parts.flatMap((part) => checkText(input[part], part, context));
}

function checkText(formula: unknown, part: string, context: ActionContext): Problem[] {
  const path = `/${part}`;
  if (typeof formula !== 'string') return [{ path, code: 'formula.missing', message: `The step says no ${part}.`, hint: 'Choose a template, or write a formula.' }];
  const read = readFormula(formula, context, 'text');
  return read.ok ? [] : read.problems.map((problem) => ({ ...problem, path }));
}
