import type { JsonSchema } from '@guanxi/field-types';
import type { FormulaType } from '@guanxi/formula';
import type { Problem } from '@guanxi/metadata';
import type { ActionContext } from './action.js';

const NAME = /^[A-Za-z]\w{0,63}$/;

/** The name under which a step leaves a value for those that follow. */
export const leftNameSchema: JsonSchema = { type: 'string', title: 'Name', pattern: '^[A-Za-z][A-Za-z0-9_]*$', maxLength: 64 };

/** The name under which it leaves the id of what it has made; there need not be one. */
export const keepAsSchema: JsonSchema = { ...leftNameSchema, title: 'Keep as', description: 'The steps that follow find what was made as $Run and this name; empty keeps nothing.', leaves: 'reference' };

/** Whether a value of the type can be left under what stands at `key` of the step's input. */
export function checkLeft(key: string, name: unknown, type: FormulaType, { variables }: Pick<ActionContext, 'variables'>): Problem[] {
  const path = `/${key}`;
  if (typeof name !== 'string' || !NAME.test(name)) return [{ path, code: 'value.name', message: 'The value needs a name of letters and digits, which begins with a letter.' }];
  const before = variables.get(name);
  if (before === undefined || before === type) return [];
  return [{ path, code: 'value.type', message: `An earlier step leaves a ${before} as “${name}”, but this one a ${type}.`, hint: 'Give the value another name.' }];
}

/** The same where the step may leave nothing. */
export function checkKeepAs(as: unknown, type: FormulaType, context: Pick<ActionContext, 'variables'>): Problem[] {
  return as === undefined ? [] : checkLeft('as', as, type, context);
}

/** What `as` of an input leaves, by its name. */
export function keptAs<Value>(as: unknown, value: Value): Readonly<Record<string, Value>> {
  return typeof as === 'string' && NAME.test(as) ? { [as]: value } : {};
}
