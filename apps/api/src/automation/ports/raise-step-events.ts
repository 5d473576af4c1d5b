import { storedObject, type EventToRaise, type RaiseResult } from '@guanxi/workflow';
import { raiseEvents, type RaisedEvent } from '../calls/raise-events.js';
import type { StepTransaction } from '../transaction-ports.js';

/** Events that a step raises: a step of a run raises each of its own once. */
export async function raiseStepEvents(events: readonly EventToRaise[], { tx, place, group, stepId, models, clock }: StepTransaction): Promise<RaiseResult> {
  const raised = await raiseEvents(tx, events.map(({ runId, name, object, recordId, values }): RaisedEvent => {
    const known = place.named.objectByName.get(object);
    if (!known) throw new RangeError(`There is no object ${object} in the workflow's revision.`);
    return { key: `${runId}/${group.step}`, name, object: storedObject(place, known), recordId, values, depth: group.depth + 1, raisedBy: { source: 'workflow', run: runId, step: stepId } };
  }), { models, clock });
  if (!raised.ok) return raised;
  const byKey = new Map(raised.raised.map((one) => [one.key, one]));
  return { ok: true, notes: new Map(events.map(({ runId }) => [runId, byKey.get(`${runId}/${group.step}`) ?? { begun: [], woken: 0 }])) };
}
