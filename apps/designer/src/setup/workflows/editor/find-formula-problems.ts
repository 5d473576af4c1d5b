import type { ObjectDescription } from '@guanxi/metadata';
import type { Problem } from '../../../api/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import { findProblems } from '../../formula/FormulaField.js';
import { formulaTypeOf, recordScope, relationPaths } from '../../formula/record-scope.js';

/** What can be said about a workflow's formulas while it is typed; the server says the rest when it is saved. */
export function findFormulaProblems(workflow: WorkflowDraft, objects: readonly ObjectDescription[]): readonly Problem[] {
  const scope = recordScope(objects, workflow.object, { isUnattended: true });
  const at = (path: string, found: ReturnType<typeof findProblems>): readonly Problem[] => found.slice(0, 1).map(({ code, message }) => ({ path, code, message }));
  return [
    ...at('/when', findProblems(workflow.when ?? '', scope, 'boolean')),
    ...workflow.steps.flatMap(({ input }, index) => {
      const relation = relationPaths(objects, workflow.object).find(({ path }) => path === input['relation']);
      const target = objects.find(({ name }) => name === (input['object'] ?? relation?.object ?? workflow.object));
      return Object.entries((input['values'] ?? {}) as Readonly<Record<string, string>>).flatMap(([name, formula]) => {
        const field = target?.fields.find((one) => one.name === name);
        return at(`/steps/${index}/input/values/${name}`, findProblems(formula, scope, field && formulaTypeOf(field)));
      });
    }),
  ];
}
