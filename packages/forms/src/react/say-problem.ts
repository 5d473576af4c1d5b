import type { FieldProblem } from '../resolve/form-tree.js';
import { type FormTexts, isFormTextKey } from './form-texts.js';

/** The sentence of a problem: the page's own where it has one, else what the server wrote. */
export function sayProblem({ code, values, message }: FieldProblem, label: string, texts: FormTexts): string {
  if (message !== undefined) return message;
  const key = `problem.${code}`;
  return texts(isFormTextKey(key) ? key : 'saveFailed', { field: label, ...values });
}
