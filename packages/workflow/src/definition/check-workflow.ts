import { jsonPointer, nearMissHint, stepsOf, type Model, type ObjectModel, type Problem, type WorkflowDocument, type WorkflowStep, type WorkflowTrigger } from '@guanxi/metadata';
import type { JsonSchema } from '@guanxi/field-types';
import type { Action, ActionContext } from '../actions/action.js';
import { findAction, workflowActions } from '../actions/registry.js';
import { readFormula } from '../expressions/read-formula.js';
import { ERROR } from '../program/error-path.js';
import { programOf } from '../program/program.js';
import { checkBeforeSave } from './check-before-save.js';
import { triggerFamily, triggerName, type TriggerKind, type TriggerName } from './trigger.js';
import { workflowTriggers } from './triggers/registry.js';

/** Of all paths together. */
const MOST_STEPS = 500;

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
    ...checkCondition(workflow, object, model),
    ...checkSteps(workflow, model),
  ];
}

function checkTrigger(trigger: WorkflowTrigger, object: ObjectModel, model: Model): Problem[] {
  const name = triggerName(trigger);
  const settings = (trigger as Record<TriggerName, unknown>)[name];
  const kind = workflowTriggers[name] as TriggerKind<TriggerName>;
  return kind.check(settings as never, object, model).map((problem) => ({ ...problem, path: `/trigger/${name}${problem.path}` }));
}

function checkCondition({ when, trigger }: WorkflowDocument, object: ObjectModel, model: Model): Problem[] {
  if (when === undefined) return [];
  const read = readFormula(when, { model, object, saving: triggerFamily(trigger) === 'save' }, 'boolean');
  return read.ok ? [] : read.problems.map((problem) => ({ ...problem, path: '/when' }));
}

function checkSteps(workflow: WorkflowDocument, model: Model): Problem[] {
  const program = programOf(workflow, model);
  if (program.length > MOST_STEPS) return [{ path: '/steps', code: 'steps.many', message: `The workflow has ${program.length} steps; ${MOST_STEPS} is the most.` }];
  const saving = triggerFamily(workflow.trigger) === 'save';
  return stepsOf(workflow).flatMap(({ step, place }, index) => {
    const { object, variables } = program[index] ?? {};
    // Where a list leads nowhere, the step that names it says so; what its steps would run on nobody knows.
    if (!object || !variables) return [];
    return [...checkStep(step, { model, object, variables, saving }), ...(saving ? checkBeforeSave(step, { model, object, variables, saving }) : [])].map((problem) => ({ ...problem, path: `${jsonPointer(...place)}${problem.path}` }));
  });
}

function checkStep(step: WorkflowStep, context: ActionContext): Problem[] {
  const action = findAction(step.action);
  if (!action) {
    const hint = nearMissHint(step.action, Object.keys(workflowActions));
    return [{ path: '/action', code: 'action.unknown', message: `There is no action "${step.action}".`, ...(hint && { hint }) }];
  }
  const problems = [...checkKeys(step, action.inputSchema), ...action.check(step.input, context)];
  return [...problems.map((problem) => ({ ...problem, path: `/input${problem.path}` })), ...checkPaths(step, action)];
}

function checkPaths({ action: name, input, paths = {} }: WorkflowStep, action: Action): Problem[] {
  const known = [...(action.paths?.(input).map((path) => path.name) ?? []), ERROR];
  return Object.keys(paths)
    .filter((path) => !known.includes(path))
    .map((path) => ({ path: jsonPointer('paths', path), code: 'path.unknown', message: `A step of the action "${name}" has no way called "${path}" here.`, hint: `There is ${known.map((one) => `"${one}"`).join(', ')}.` }));
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
