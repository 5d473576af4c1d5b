import type { FieldModel, ObjectModel } from '../../model/model.js';
import type { ElapsedAnchor, WorkflowDocument } from '../documents.js';
import { stepsOf } from '../workflow-steps.js';
import { findField, findObject, findRelation, optionalHint, type CheckContext } from './check-context.js';
import { checkRecordFormula } from './check-record-formula.js';

/** The trigger and condition of a workflow. What its steps take is for their actions to say. */
export function checkWorkflow(workflow: WorkflowDocument, context: CheckContext): void {
  const object = findObject(workflow.object, ['object'], context);
  checkStepIds(workflow, context);
  if (!object) return;
  const { trigger } = workflow;
  if ('updated' in trigger) {
    (trigger.updated.fields ?? []).forEach((field, index) => findField(object, field, ['trigger', 'updated', 'fields', index], context));
  }
  if ('elapsed' in trigger) checkAnchor(object, trigger.elapsed.since, context);
  if (workflow.when !== undefined) checkRecordFormula(workflow.when, { object, expected: 'boolean', place: ['when'] }, context);
}

function checkStepIds(workflow: WorkflowDocument, context: CheckContext): void {
  const seen = new Set<string>();
  for (const { step: { id }, place } of stepsOf(workflow)) {
    if (seen.has(id)) context.report([...place, 'id'], { code: 'id.repeated', message: `Two steps of the workflow "${workflow.name}" have the id "${id}".` });
    seen.add(id);
  }
}

function checkAnchor(object: ObjectModel, since: ElapsedAnchor, context: CheckContext): void {
  const place = ['trigger', 'elapsed', 'since'];
  if ('field' in since) {
    const field = findField(object, since.field, [...place, 'field'], context);
    if (field) checkMoment(field, object, [...place, 'field'], context);
    return;
  }
  const relation = findRelation(object, since.max.relation, [...place, 'max', 'relation'], context);
  if (!relation) return;
  const related = context.model.objectByName.get(relation.object);
  const field = related && findField(related, since.max.field, [...place, 'max', 'field'], context);
  if (related && field) checkMoment(field, related, [...place, 'max', 'field'], context);
}

function checkMoment(field: FieldModel, object: ObjectModel, place: readonly string[], context: CheckContext): void {
  if (field.value.type === 'date' || field.value.type === 'dateTime') return;
  const moments = object.fields.filter((one) => one.value.type === 'date' || one.value.type === 'dateTime').map((one) => one.name);
  context.report(place, {
    code: 'workflow.anchor',
    message: `Time cannot be counted from "${field.name}" of ${object.name}: it is of kind "${field.value.type}", not a date or a date with time.`,
    ...optionalHint(moments.length > 0 ? `There is ${moments.map((name) => `"${name}"`).join(', ')}.` : undefined),
  });
}
