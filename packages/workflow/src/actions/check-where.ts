import type { ObjectModel, Problem } from '@guanxi/metadata';
import { readFormula } from '../expressions/read-formula.js';
import type { ActionContext } from './action.js';

/** The condition that picks among the records of a related list; there need not be one. */
export function checkWhere(where: unknown, target: ObjectModel, { model }: ActionContext): Problem[] {
  if (where === undefined) return [];
  const path = '/where';
  if (typeof where !== 'string') return [{ path, code: 'formula.missing', message: 'The condition on the related records must be a formula.' }];
  const read = readFormula(where, { model, object: target }, 'boolean');
  return read.ok ? [] : read.problems.map((problem) => ({ ...problem, path }));
}
