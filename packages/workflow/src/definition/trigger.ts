import type { Model, ObjectModel, Problem, WorkflowTrigger } from '@guanxi/metadata';

export type TriggerName = 'created' | 'updated' | 'elapsed';

/** What one kind of trigger is set to, by its keyword in the document. */
export interface TriggerSettings {
  readonly created: Record<string, never>;
  readonly updated: { readonly fields?: readonly string[] };
  readonly elapsed: Extract<WorkflowTrigger, { elapsed: unknown }>['elapsed'];
}

/** One kind of trigger. One file per kind implements it. */
export interface TriggerKind<Name extends TriggerName> {
  readonly name: Name;
  readonly title: string;
  /** A sentence for people, such as "30 days after the latest ordered on of its orders". */
  describe(settings: TriggerSettings[Name], object: ObjectModel, model: Model, locale?: string): string;
  /** What the document's own checks cannot know; JSON pointers into the settings. */
  check(settings: TriggerSettings[Name], object: ObjectModel, model: Model): Problem[];
}

/** The one keyword of a trigger. */
export function triggerName(trigger: WorkflowTrigger): TriggerName {
  return Object.keys(trigger)[0] as TriggerName;
}
