import type { TriggerKind, TriggerName } from '../trigger.js';
import { before } from './before.js';
import { beforeSave } from './before-save.js';
import { button } from './button.js';
import { created } from './created.js';
import { deleted } from './deleted.js';
import { elapsed } from './elapsed.js';
import { event } from './event.js';
import { restored } from './restored.js';
import { schedule } from './schedule.js';
import { segment } from './segment.js';
import { updated } from './updated.js';
import { webhook } from './webhook.js';

/** Every kind of trigger, in the order the designer offers them: one file beside this one and one line here. */
export const workflowTriggers: { readonly [Name in TriggerName]: TriggerKind<Name> } = {
  created, updated, deleted, restored, beforeSave, elapsed, before, schedule, segment, button, event, webhook,
};
