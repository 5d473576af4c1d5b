import { fieldType } from '@guanxi/field-types';
import { jsonPointer, type Problem, type WorkflowStep } from '@guanxi/metadata';
import { canFit } from '@guanxi/query';
import type { ActionContext } from '../actions/action.js';
import { findAction } from '../actions/registry.js';
import { readFormula } from '../expressions/read-formula.js';
import { ERROR } from '../program/error-path.js';

/** The actions that touch nothing but the record itself. */
const allowed: ReadonlySet<string> = new Set(['updateRecord', 'compute', 'branch', 'refuse', 'stop']);

/** What a step may not be or do in a workflow that acts before a save. */
export function checkBeforeSave(step: WorkflowStep, context: ActionContext): Problem[] {
  if (!findAction(step.action)) return [];
  if (!allowed.has(step.action)) {
    const hint = 'Set fields of the record, work out values, branch, refuse or stop; let another workflow do the rest after the save.';
    return [{ path: '/action', code: 'save.action', message: `Before a record is saved nothing else can be done, so “${step.action}” has no place here.`, hint }];
  }
  const way = step.paths?.[ERROR] === undefined ? [] : [{ path: jsonPointer('paths', ERROR), code: 'save.error', message: 'Before a save nothing is tried again: a step has no way for when it fails.' }];
  return [...way, ...(step.action === 'updateRecord' ? checkFits(step, context) : [])];
}

/** The statement that saves has to judge the value by itself. */
function checkFits(step: WorkflowStep, context: ActionContext): Problem[] {
  const values = step.input['values'];
  if (typeof values !== 'object' || values === null) return [];
  return Object.entries(values).flatMap(([name, text]) => {
    const field = context.object.fieldByName.get(name);
    const read = field && typeof text === 'string' ? readFormula(text, context) : undefined;
    if (!field || !read?.ok || canFit(field, fieldType(field.type).formulaType === 'picklist' || field.target !== undefined ? (field.target === undefined ? 'picklist' : 'reference') : read.value.type)) return [];
    return [{ path: jsonPointer('input', 'values', name), code: 'save.field', message: `${field.label} cannot be set before a save: its values have a form of their own.`, hint: 'Set it in a workflow that runs after the save.' }];
  });
}
