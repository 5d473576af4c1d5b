import type { Action } from './action.js';
import { createRecord } from './create-record.js';
import { notify } from './notify.js';
import { sendEmail } from './send-email.js';
import { updateRecord } from './update-record.js';
import { updateRelated } from './update-related.js';

export type ActionName = 'createRecord' | 'updateRecord' | 'updateRelated' | 'notify' | 'sendEmail';

/** Every action a step can take, in the order the designer offers them: one file beside this one and one line here. */
export const workflowActions: Readonly<Record<ActionName, Action>> = { createRecord, updateRecord, updateRelated, notify, sendEmail };

/** Undefined for a name nobody answers to. */
export function findAction(name: string): Action | undefined {
  return Object.hasOwn(workflowActions, name) ? workflowActions[name as ActionName] : undefined;
}
