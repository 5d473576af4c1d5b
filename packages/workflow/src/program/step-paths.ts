import type { WorkflowStep } from '@guanxi/metadata';
import type { StepPath } from '../actions/action.js';
import { findAction } from '../actions/registry.js';
import { ERROR } from './error-path.js';

/** The ways that a step has by its action and input, and the one for failures where it is drawn. */
export function stepPaths({ action, input, paths = {} }: Pick<WorkflowStep, 'action' | 'input' | 'paths'>): readonly StepPath[] {
  return [...(findAction(action)?.paths?.(input) ?? []), ...(paths[ERROR] ? [{ name: ERROR }] : [])];
}
