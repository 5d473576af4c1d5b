import type { FormulaType } from '@guanxi/formula';
import type { Model, ObjectModel, Problem, WorkflowTrigger } from '@guanxi/metadata';

type KeysOf<Union> = Union extends unknown ? keyof Union : never;

export type TriggerName = KeysOf<WorkflowTrigger>;

/** What one kind of trigger is set to, by its keyword in the document. */
export type TriggerSettings = { readonly [Name in TriggerName]: Extract<WorkflowTrigger, Readonly<Record<Name, unknown>>>[Name] };

/**
 * Who tells the engine that the moment has come. change: an event of a committed change · due: a kept due time · schedule:
 * the clock, for all records at once · call: somebody from outside or a step · segment: records that come and go in a
 * list view · save: the writing statement itself, before anything is committed.
 */
export type TriggerFamily = 'change' | 'due' | 'schedule' | 'call' | 'segment' | 'save';

/** Which family each kind belongs to. */
export const triggerFamilies = {
  created: 'change',
  updated: 'change',
  deleted: 'change',
  restored: 'change',
  elapsed: 'due',
  before: 'due',
  schedule: 'schedule',
  webhook: 'call',
  button: 'call',
  event: 'call',
  segment: 'segment',
  beforeSave: 'save',
} as const satisfies Readonly<Record<TriggerName, TriggerFamily>>;

/** The kinds of one family. */
export type TriggersOf<Family extends TriggerFamily> = { [Name in TriggerName]: (typeof triggerFamilies)[Name] extends Family ? Name : never }[TriggerName];

/** One kind of trigger. One file per kind implements it. */
export interface TriggerKind<Name extends TriggerName> {
  readonly name: Name;
  readonly title: string;
  /** A sentence for people, such as "30 days after the latest ordered on of its orders". */
  describe(settings: TriggerSettings[Name], object: ObjectModel, model: Model, locale?: string): string;
  /** What the document's own checks cannot know; JSON pointers into the settings. */
  check(settings: TriggerSettings[Name], object: ObjectModel, model: Model): Problem[];
  /** What comes in with it, which formulas of steps find as `$Run.<name>`. */
  leaves?(settings: TriggerSettings[Name]): Readonly<Record<string, FormulaType>>;
}

/** The one keyword of a trigger. */
export function triggerName(trigger: WorkflowTrigger): TriggerName {
  return Object.keys(trigger)[0] as TriggerName;
}

export function triggerFamily(trigger: WorkflowTrigger): TriggerFamily {
  return triggerFamilies[triggerName(trigger)];
}
