import type { FieldModel, Model, ObjectModel } from '../../model/model.js';
import { subjectOf } from '../change.js';

/** A day or instant of related records that a workflow counts time from: `max(orders.orderedOn)`. */
export interface TimeAnchor {
  readonly object: ObjectModel;
  readonly reference: FieldModel;
  readonly moment: FieldModel;
  /** The workflow. */
  readonly subject: string;
}

export function timeAnchors(model: Model): readonly TimeAnchor[] {
  return model.workflows.flatMap((workflow) => {
    if (!('elapsed' in workflow.trigger) || !('max' in workflow.trigger.elapsed.since)) return [];
    const { max } = workflow.trigger.elapsed.since;
    const relation = model.objectByName.get(workflow.object)?.relationByName.get(max.relation);
    const object = relation && model.objectByName.get(relation.object);
    const reference = relation && object?.fieldByName.get(relation.field);
    const moment = object?.fieldByName.get(max.field);
    return object && reference && moment ? [{ object, reference, moment, subject: subjectOf.document(workflow) }] : [];
  });
}
