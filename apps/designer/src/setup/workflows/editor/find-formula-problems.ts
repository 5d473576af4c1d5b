import type { ObjectDescription } from '@guanxi/metadata';
import type { Problem } from '../../../api/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import { findProblems } from '../../formula/FormulaField.js';
import { formulaTypeOf, recordScope, relationPaths } from '../../formula/record-scope.js';
import type { StepInFlow } from './find-step.js';
import { isSaving, optionsOf } from './saving.js';

/** Steps whose formulas are over the records that they change. */
const overSets: readonly string[] = ['updateRecords'];

/** What can be said about a workflow's formulas while it is typed; the server says the rest when it is saved. */
export function findFormulaProblems(workflow: WorkflowDraft, steps: readonly StepInFlow[], objects: readonly ObjectDescription[]): readonly Problem[] {
  const at = (path: string, found: ReturnType<typeof findProblems>): readonly Problem[] => found.slice(0, 1).map(({ code, message }) => ({ path, code, message }));
  const saving = isSaving(workflow);
  const options = optionsOf(workflow);
  return [
    ...at('/when', findProblems(workflow.when ?? '', recordScope(objects, workflow.object, { isUnattended: !saving }), 'boolean', options)),
    ...steps.flatMap(({ step: { action, input }, pointer, object, variables }) => {
      const relation = relationPaths(objects, object).find(({ path }) => path === input['relation']);
      const target = objects.find(({ name }) => name === (input['object'] ?? relation?.object ?? object));
      const scope = overSets.includes(action) && target
        ? recordScope(objects, target.name, { isUnattended: !saving, variables, around: object })
        : recordScope(objects, object, { isUnattended: !saving, variables });
      return Object.entries((input['values'] ?? {}) as Readonly<Record<string, string>>).flatMap(([name, formula]) => {
        const field = target?.fields.find((one) => one.name === name);
        return at(`${pointer}/input/values/${name}`, findProblems(formula, scope, field && formulaTypeOf(field), options));
      });
    }),
  ];
}
