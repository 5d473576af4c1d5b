import type { WorkflowDocument } from '../documents.js';
import { stepsOf } from '../workflow-steps.js';
import { findObject, type CheckContext } from './check-context.js';
import { checkRecordFormula } from './check-record-formula.js';
import { checkTrigger } from './check-trigger.js';
import { checkWorkflowTests } from './check-workflow-tests.js';

/** The trigger and condition of a workflow. What its steps take is for their actions to say. */
export function checkWorkflow(workflow: WorkflowDocument, context: CheckContext): void {
  const object = findObject(workflow.object, ['object'], context);
  checkStepIds(workflow, context);
  if (!object) return;
  checkTrigger(workflow.trigger, object, context);
  checkWorkflowTests(workflow, object, context);
  if (workflow.when !== undefined) checkRecordFormula(workflow.when, { object, expected: 'boolean', place: ['when'], options: { allow: { prior: 'beforeSave' in workflow.trigger } } }, context);
}

function checkStepIds(workflow: WorkflowDocument, context: CheckContext): void {
  const seen = new Set<string>();
  for (const { step: { id }, place } of stepsOf(workflow)) {
    if (seen.has(id)) context.report([...place, 'id'], { code: 'id.repeated', message: `Two steps of the workflow "${workflow.name}" have the id "${id}".` });
    seen.add(id);
  }
}
