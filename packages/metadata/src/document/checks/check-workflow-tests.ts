import type { WorkflowDocument } from '../documents.js';
import type { WorkflowTest } from '../workflow-test.js';
import { stepsOf } from '../workflow-steps.js';
import type { ObjectModel } from '../../model/model.js';
import { findField, type CheckContext, type PlaceInDocument } from './check-context.js';

/** Whether the tests of a workflow speak of fields, lists and steps that there are. */
export function checkWorkflowTests(workflow: WorkflowDocument, object: ObjectModel, context: CheckContext): void {
  const steps = new Set(stepsOf(workflow).map(({ step: { id } }) => id));
  for (const [index, test] of (workflow.tests ?? []).entries()) {
    const place = ['tests', index];
    checkGiven(test, object, place, context);
    for (const part of ['ways', 'values'] as const) {
      for (const id of Object.keys(test.expect[part] ?? {})) {
        if (!steps.has(id)) context.report([...place, 'expect', part, id], { code: 'test.step', message: `The test “${test.title}” expects something of a step “${id}”, which the workflow does not have.` });
      }
    }
  }
}

function checkGiven({ title, record, parents = {}, related = [], change = {}, expect }: WorkflowTest, object: ObjectModel, place: PlaceInDocument, context: CheckContext): void {
  checkNames(Object.keys(record), object, [...place, 'record'], context);
  checkNames(Object.keys(change), object, [...place, 'change'], context);
  checkNames(Object.keys(expect.record ?? {}), object, [...place, 'expect', 'record'], context);
  for (const [name, values] of Object.entries(parents)) {
    const field = findField(object, name, [...place, 'parents', name], context);
    const target = field?.target === undefined ? undefined : context.model.objectByName.get(field.target);
    if (target) checkNames(Object.keys(values), target, [...place, 'parents', name], context);
    else if (field) context.report([...place, 'parents', name], { code: 'test.parent', message: `${field.label} of ${object.label} points to no record, so the test “${title}” cannot give it one.` });
  }
  for (const [index, { relation: name, values }] of related.entries()) {
    const relation = object.relationByName.get(name);
    const target = relation && context.model.objectByName.get(relation.object);
    if (target) checkNames(Object.keys(values), target, [...place, 'related', index, 'values'], context);
    else context.report([...place, 'related', index, 'relation'], { code: 'test.relation', message: `${object.label} has no related list “${name}”.` });
  }
}

function checkNames(names: readonly string[], object: ObjectModel, place: PlaceInDocument, context: CheckContext): void {
  for (const name of names) findField(object, name, [...place, name], context);
}
