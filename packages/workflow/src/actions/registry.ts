import type { Action } from './action.js';
import { approve } from './approve.js';
import { askPerson } from './ask-person.js';
import { assign } from './assign.js';
import { branch } from './branch.js';
import { callOut } from './call-out.js';
import { callWorkflow } from './call-workflow.js';
import { comment } from './comment.js';
import { compute } from './compute.js';
import { createRecord } from './create-record.js';
import { deleteRecord } from './delete-record.js';
import { deleteRecords } from './delete-records.js';
import { forEach } from './for-each.js';
import { makeDocument } from './make-document.js';
import { notify } from './notify.js';
import { pauseMilestone } from './pause-milestone.js';
import { raiseEvent } from './raise-event.js';
import { refuse } from './refuse.js';
import { resumeMilestone } from './resume-milestone.js';
import { sendEmail } from './send-email.js';
import { startMilestone } from './start-milestone.js';
import { stop } from './stop.js';
import { stopMilestone } from './stop-milestone.js';
import { updateRecord } from './update-record.js';
import { updateRelated } from './update-related.js';
import { updateRecords } from './update-records.js';
import { upsertRecord } from './upsert-record.js';
import { wait } from './wait.js';
import { waitForEvent } from './wait-for-event.js';

export type ActionName =
  | 'createRecord' | 'upsertRecord' | 'updateRecord' | 'updateRelated' | 'updateRecords' | 'deleteRecord' | 'deleteRecords' | 'assign' | 'approve' | 'askPerson' | 'comment' | 'notify' | 'sendEmail' | 'makeDocument' | 'compute' | 'branch' | 'forEach' | 'wait' | 'waitForEvent' | 'raiseEvent' | 'callOut' | 'callWorkflow' | 'startMilestone' | 'stopMilestone' | 'pauseMilestone' | 'resumeMilestone' | 'refuse' | 'stop';

/** Every action a step can take, in the order the designer offers them: one file beside this one and one line here. */
export const workflowActions: Readonly<Record<ActionName, Action>> = {
  createRecord, upsertRecord, updateRecord, updateRelated, updateRecords, deleteRecord, deleteRecords, assign, approve, askPerson, comment, notify, sendEmail, makeDocument, compute, branch, forEach, wait, waitForEvent, raiseEvent, callOut, callWorkflow, startMilestone, stopMilestone, pauseMilestone, resumeMilestone, refuse, stop,
};

/** Undefined for a name nobody answers to. */
export function findAction(name: string): Action | undefined {
  return Object.hasOwn(workflowActions, name) ? workflowActions[name as ActionName] : undefined;
}
