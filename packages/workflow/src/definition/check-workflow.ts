import type { Model, ObjectModel, Problem, WorkflowDocument, WorkflowStep, WorkflowTrigger } from '@guanxi/metadata';
import { findAction, workflowActions } from '../actions/registry.js';
import { readFormula } from '../expressions/read-formula.js';
import { nearestName } from './nearest-name.js';
import { triggerName, type TriggerKind, type TriggerName } from './trigger.js';
import { workflowTriggers } from './triggers/registry.js';

/**
 * Everything that is wrong with a workflow document of the right shape, seen against the objects it speaks of. Paths are
 * JSON pointers into the document. An empty answer means that the engine can run it.
 */
export function checkWorkflow(workflow: WorkflowDocument, model: Model): readonly Problem[] {
  const object = model.objectByName.get(workflow.object);
  if (!object) {
    const near = nearestName(workflow.object, model.objects.map(({ name }) => name));
    return [{ path: '/object', code: 'unknown-object', message: `There is no object ${workflow.object}.`, ...(near && { hint: `Did you mean ${near}?` }) }];
  }
  if (object.platform) {
    return [{ path: '/object', code: 'read-only', message: `Workflows do not run on ${object.pluralLabel}, which belong to the platform.` }];
  }
  return [
    ...checkTrigger(workflow.trigger, object, model),
    ...checkCondition(workflow.when, object, model),
    ...checkSteps(workflow.steps, object, model),
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

function checkSteps(steps: readonly WorkflowStep[], object: ObjectModel, model: Model): Problem[] {
  const seen = new Set<string>();
  return steps.flatMap((step, index) => {
    const path = `/steps/${index}`;
    const twice = seen.has(step.id);
    seen.add(step.id);
    const problems: Problem[] = twice ? [{ path: `${path}/id`, code: 'duplicate', message: `Two steps have the id ${step.id}.` }] : [];
    const action = findAction(step.action);
    if (!action) {
      const near = nearestName(step.action, Object.keys(workflowActions));
      const message = `There is no action ${step.action}.`;
      return [...problems, { path: `${path}/action`, code: 'unknown-action', message, hint: near ? `Did you mean ${near}?` : `There is ${Object.keys(workflowActions).join(', ')}.` }];
    }
    const found = [...checkKeys(step, action.inputSchema), ...action.check(step.input, { model, object })];
    return [...problems, ...found.map((problem) => ({ ...problem, path: `${path}/input${problem.path}` }))];
  });
}

function checkKeys({ action, input }: WorkflowStep, schema: { readonly [keyword: string]: unknown }): Problem[] {
  const known = Object.keys((schema['properties'] ?? {}) as object);
  return Object.keys(input)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const near = nearestName(key, known);
      return { path: `/${key}`, code: 'unknown-key', message: `${action} does not know ${key}.`, hint: near ? `Did you mean ${near}?` : `It knows ${known.join(', ')}.` };
    });
}
