import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { findProblems } from '../../setup/formula/FormulaField.js';
import { recordScope } from '../../setup/formula/record-scope.js';

/** Those that name what is gone, or what the person may not see. */
export function findBrokenFormulas(workspace: Pick<WorkspaceDescription, 'objects'>, object: ObjectDescription, formulas: readonly string[], language: string): readonly string[] {
  const scope = recordScope(workspace.objects, object.name, { language });
  return formulas.filter((formula) => findProblems(formula, scope, 'boolean').length > 0);
}
