import type { Problem } from '../../../api/index.js';
import type { WorkflowAction } from '../automation-types.js';
import type { StepInFlow } from './find-step.js';

/** What steps cannot do without and do not say yet. */
export function findMissing(steps: readonly StepInFlow[], actions: readonly WorkflowAction[]): readonly Problem[] {
  return steps.flatMap(({ step: { action, input }, pointer }) => {
    const required = actions.find(({ name }) => name === action)?.inputSchema['required'];
    const names = Array.isArray(required) ? required.map(String) : [];
    return names.filter((name) => isMissing(input[name])).map((name): Problem => ({ path: `${pointer}/input/${name}`, code: 'input.missing', message: name }));
  });
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}
