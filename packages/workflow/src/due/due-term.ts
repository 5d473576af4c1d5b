import type { ElapsedAnchor, WorkflowTrigger } from '@guanxi/metadata';
import type { Direction } from '../calendar/count-time-sql.js';
import type { TriggersOf } from '../definition/trigger.js';

/** What the triggers of the family `due` have in common: a length of time after or before a moment. */
export interface DueTerm {
  readonly kind: TriggersOf<'due'>;
  readonly since: ElapsedAnchor;
  /** An ISO 8601 duration. */
  readonly length: string;
  readonly direction: Direction;
  /** Name of a business calendar. */
  readonly calendar?: string;
}

/** Undefined of a trigger of another family. */
export function dueTerm(trigger: WorkflowTrigger): DueTerm | undefined {
  if ('elapsed' in trigger) {
    const { since, after: length, calendar } = trigger.elapsed;
    return { kind: 'elapsed', since, length, direction: 'after', ...(calendar !== undefined && { calendar }) };
  }
  if ('before' in trigger) {
    const { field, by: length, calendar } = trigger.before;
    return { kind: 'before', since: { field }, length, direction: 'before', ...(calendar !== undefined && { calendar }) };
  }
  return undefined;
}
