import type { WorkflowDocument, WorkflowStep, WorkflowTrigger } from '../document/documents.js';
import { formulaNamesField } from './formula-names-field.js';
import { isInverseOf, resolveRelation } from './is-inverse-of.js';
import type { SoughtField, Spot } from './usage.js';

export function findInWorkflow(workflow: WorkflowDocument, sought: SoughtField): readonly Spot[] {
  return [
    ...findInTrigger(workflow.trigger, workflow.object, sought),
    ...(workflow.when !== undefined && formulaNamesField(workflow.when, workflow.object, sought) ? [['when']] : []),
    ...workflow.steps.flatMap((step, index) => findInStep(step, { object: workflow.object, at: ['steps', index, 'input'] }, sought)),
  ];
}

function findInTrigger(trigger: WorkflowTrigger, objectName: string, sought: SoughtField): readonly Spot[] {
  const isOwn = objectName === sought.object.name;
  if ('updated' in trigger) {
    return (trigger.updated.fields ?? []).flatMap((name, index) => (isOwn && name === sought.field.name ? [['trigger', 'updated', 'fields', index]] : []));
  }
  if (!('elapsed' in trigger)) return [];
  const { since } = trigger.elapsed;
  const at = ['trigger', 'elapsed', 'since'];
  if ('field' in since) return isOwn && since.field === sought.field.name ? [[...at, 'field']] : [];
  const relation = resolveRelation(sought, objectName, since.max.relation);
  if (!relation) return [];
  return [
    ...(isInverseOf(relation, sought) ? [[...at, 'max', 'relation']] : []),
    ...(relation.object === sought.object.name && since.max.field === sought.field.name ? [[...at, 'max', 'field']] : []),
  ];
}

interface StepPlace {
  readonly object: string;
  readonly at: Spot;
}

/**
 * What a step's input means is its action's business. What can be said of all: texts are formulas over the workflow's
 * record or over the object the step works on, and keys named as a field of that object set it.
 */
function findInStep(step: WorkflowStep, { object, at }: StepPlace, sought: SoughtField): readonly Spot[] {
  const texts = textsIn(step.input, at);
  const relations = texts.flatMap(({ text, spot }) => {
    const relation = resolveRelation(sought, object, text);
    return relation ? [{ relation, spot }] : [];
  });
  const worksOn = new Set([...relations.map(({ relation }) => relation.object), ...texts.map(({ text }) => text).filter((text) => sought.model.objectByName.has(text))]);
  const lists = relations.filter(({ relation }) => isInverseOf(relation, sought)).map(({ spot }) => spot);
  const isSet = (spot: Spot): boolean => worksOn.has(sought.object.name) && spot.at(-1) === sought.field.name;
  const formulas = texts.filter(({ text, spot }) => isSet(spot) || [object, ...worksOn].some((one) => formulaNamesField(text, one, sought)));
  return [...lists, ...formulas.map(({ spot }) => spot)];
}

function textsIn(value: unknown, spot: Spot): readonly { readonly text: string; readonly spot: Spot }[] {
  if (typeof value === 'string') return [{ text: value, spot }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => textsIn(entry, [...spot, key]));
}
