import type { FormulaOptions } from '@guanxi/formula';
import type { WorkflowDraft } from '../automation-types.js';

/** Before a save somebody is there, and formulas know what the record was. */
export function isSaving({ trigger }: Pick<WorkflowDraft, 'trigger'>): boolean {
  return 'beforeSave' in trigger;
}

export function optionsOf(workflow: Pick<WorkflowDraft, 'trigger'>): FormulaOptions {
  return isSaving(workflow) ? knowsBefore : {};
}

const knowsBefore: FormulaOptions = { allow: { prior: true } };
