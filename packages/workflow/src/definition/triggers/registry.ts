import type { TriggerKind, TriggerName } from '../trigger.js';
import { created } from './created.js';
import { elapsed } from './elapsed.js';
import { updated } from './updated.js';

/** Every kind of trigger: one file beside this one and one line here. */
export const workflowTriggers: { readonly [Name in TriggerName]: TriggerKind<Name> } = { created, updated, elapsed };
