import type { PeoplePorts } from '@guanxi/workflow';
import { closeApprovals, readDecisions } from '../people/close-approvals.js';
import { askForms, expireForms, holdForms, remindOfForms } from '../people/form-rows.js';
import { holdApprovals, openApprovals, type PeopleStep } from '../people/open-approvals.js';
import { openLevels } from '../people/open-levels.js';
import { chooseMembers, letWait, stopWaiting } from '../people/queue-rows.js';

/** What steps that wait for people may ask, answered in the transaction of the step. */
export function peoplePorts(step: PeopleStep): PeoplePorts {
  return {
    openApprovals: (asked) => openApprovals(asked, step),
    holdApprovals: (runIds) => holdApprovals(runIds, step),
    openLevels: (levels) => openLevels(levels, step),
    closeApprovals: (closed) => closeApprovals(closed, step),
    readDecisions: (runIds) => readDecisions(runIds, step),
    askForms: (asked) => askForms(asked, step),
    holdForms: (runIds) => holdForms(runIds, step),
    remindOfForms: (runIds) => remindOfForms(runIds, step),
    expireForms: (runIds) => expireForms(runIds, step),
    chooseMembers: (queue, runs, load) => chooseMembers(queue, runs, load, step),
    letWait: (object, field, waiting) => letWait(object, field, waiting, step),
    stopWaiting: (object, field, recordIds) => stopWaiting(object, field, recordIds, step),
  };
}
