import { jsonPointer, nearMissHint, type Model, type ObjectModel, type Problem, type WorkflowDocument, type WorkflowStep, type WorkflowTrigger } from '@guanxi/metadata';
import type { JsonSchema } from '@guanxi/field-types';
import { findAction, workflowActions } from '../actions/registry.js';
import { readFormula } from '../expressions/read-formula.js';
import { triggerName, type TriggerKind, type TriggerName } from './trigger.js';
import { workflowTriggers } from './triggers/registry.js';

/**
 * What the document's own checks cannot know: whether the length of time fits the anchor, the formulas make sense to a
 * workflow, and each step's input fits its action. Paths are JSON pointers into the document. After an empty answer the
 * engine can run it.
 */
export function checkWorkflow(workflow: WorkflowDocument, model: Model): readonly Problem[] {
  const object = model.objectByName.get(workflow.object);
  if (!object) return [{ path: '/object', code: 'object.unknown', message: `There is no object "${workflow.object}".` }];
  if (object.platform) {
    return [{ path: '/object', code: 'object.read-only', message: `Workflows do not run on ${object.pluralLabel}, which belong to the platform.` }];
  }
  return [
    ...checkTrigger(workflow.trigger, object, model),
    ...checkCondition(workflow.when, object, model),
    ...workflow.steps.flatMap((step, index) => checkStep(step, object, model).map((problem) => ({ ...problem, path: `/steps/${index}${problem.path}` }))),
  ];
}

function checkTrigger(trigger: WorkflowTrigger, object: ObjectModel, model: Model): Problem[] {
  const name = triggerName(trigger);
  const settings = (trigger as Record<TriggerName, unknown>)[name];
  const kind = workflowTriggers[name] as TriggerKind<TriggerName>;
  return kind.check(settings as never, object, model).map((problem) => ({ ...problem, path: `/trigger/${name}${problem.path}` }));
}

function checkCondition(when: string | undefined, object: ObjectModel, model: Model): Problem[] {
  if (when === undefined) return [];
  const read = readFormula(when, model, object, 'boolean');
  return read.ok ? [] : read.problems.map((problem) => ({ ...problem, path: '/when' }));
}

function checkStep(step: WorkflowStep, object: ObjectModel, model: Model): Problem[] {
  const action = findAction(step.action);
  if (!action) {
    const hint = nearMissHint(step.action, Object.keys(workflowActions));
    return [{ path: '/action', code: 'action.unknown', message: `There is no action "${step.action}".`, ...(hint && { hint }) }];
  }
  const problems = [...checkKeys(step, action.inputSchema), ...action.check(step.input, { model, object })];
  return problems.map((problem) => ({ ...problem, path: `/input${problem.path}` }));
}

function checkKeys({ action, input }: WorkflowStep, schema: JsonSchema): Problem[] {
  const known = Object.keys((schema['properties'] ?? {}) as object);
  return Object.keys(input)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const hint = nearMissHint(key, known);
      return { path: jsonPointer(key), code: 'input.unknown', message: `The action "${action}" does not know "${key}".`, ...(hint && { hint }) };
    });
}
