import type { Translations } from './documents.js';
import type { WorkflowTest } from './workflow-test.js';

/** Automation: see `@guanxi/workflow`, which owns its meaning; here it is only a checked document. */
export interface WorkflowDocument {
  readonly kind: 'workflow';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly description?: string;
  readonly descriptions?: Translations;
  /** Where lists put it; it means nothing else. */
  readonly folder?: string;
  readonly object: string;
  readonly trigger: WorkflowTrigger;
  /** A formula over the record; the workflow runs where it is true. */
  readonly when?: string;
  readonly steps: readonly WorkflowStep[];
  readonly tests?: readonly WorkflowTest[];
  readonly guanxi: { readonly id: string };
}

/** What sets a workflow off, by its one keyword. */
export type WorkflowTrigger =
  | { readonly created: Record<string, never> }
  | { readonly updated: UpdatedTrigger }
  | { readonly deleted: Record<string, never> }
  | { readonly restored: Record<string, never> }
  | { readonly beforeSave: BeforeSaveTrigger }
  | { readonly elapsed: ElapsedTrigger }
  | { readonly before: BeforeTrigger }
  | { readonly schedule: ScheduleTrigger }
  | { readonly webhook: WebhookTrigger }
  | { readonly button: ButtonTrigger }
  | { readonly event: EventTrigger }
  | { readonly segment: SegmentTrigger };

/** A change of one of `fields`, or of any; `from` and `to` say, by field, which value it had and has. */
export interface UpdatedTrigger {
  readonly fields?: readonly string[];
  readonly from?: Readonly<Record<string, FieldValue>>;
  readonly to?: Readonly<Record<string, FieldValue>>;
}

/** A value as the API carries it; null is a blank. */
export type FieldValue = string | number | boolean | null;

/** In the transaction of the save: its steps may set fields of the record and refuse it, nothing else. */
export interface BeforeSaveTrigger {
  readonly on: readonly ('create' | 'update')[];
  /** Of an update: only where one of these changes. */
  readonly fields?: readonly string[];
  /** It is a part of how records are saved, so its switch stands here. On, where it is not said. */
  readonly active?: boolean;
}

export interface ElapsedTrigger {
  readonly since: ElapsedAnchor;
  /** An ISO 8601 duration. */
  readonly after: string;
  /** Name of the business calendar whose days and hours alone count. */
  readonly calendar?: string;
}

/** A time before a date of the record. */
export interface BeforeTrigger {
  readonly field: string;
  /** An ISO 8601 duration. */
  readonly by: string;
  readonly calendar?: string;
}

/** At the times of `cron`, on every record for which the workflow's condition is true. */
export interface ScheduleTrigger {
  /** Five fields: minute, hour, day of the month, month, day of the week. */
  readonly cron: string;
  /** IANA name; without it that of the org. */
  readonly timeZone?: string;
}

/** A signed call from outside, which brings values and says by one of them which record it is about. */
export interface WebhookTrigger {
  readonly inputs: readonly WorkflowInput[];
  readonly find: { readonly field: string; readonly input: string };
  /** What a record is made of where none is found: field by input. Without it the call is refused. */
  readonly create?: Readonly<Record<string, string>>;
}

/** A button on records and selections of them; what a person fills in comes as inputs. */
export interface ButtonTrigger {
  readonly label?: string;
  readonly labels?: Translations;
  /** Who has it: people with one of these permission sets; everybody where it is missing. */
  readonly permissionSets?: readonly string[];
  readonly inputs?: readonly WorkflowInput[];
}

/** An event that a step or an integration raises about a record. */
export interface EventTrigger {
  readonly name: string;
  readonly inputs?: readonly WorkflowInput[];
}

/** A record comes into the records of a list view, or leaves them. */
export interface SegmentTrigger {
  readonly view: string;
  readonly when: 'enters' | 'leaves';
}

/** One value that comes in from outside; formulas find it as `$Run.<name>`. */
export interface WorkflowInput {
  readonly name: string;
  readonly title?: string;
  readonly titles?: Translations;
  readonly type: 'text' | 'number' | 'boolean' | 'date' | 'datetime';
  readonly required?: boolean;
  /** Where it stands in the body of a call, as a JSON pointer; without it, under its name. */
  readonly pointer?: string;
}

/** The moment that time is counted from: a field of the record, or the greatest value over related records. */
export type ElapsedAnchor = { readonly field: string } | { readonly max: { readonly relation: string; readonly field: string } };

/** How often a step that failed is tried again by itself. What records or rights refuse is not tried again, whatever this says. */
export interface StepRetry {
  /** Tries after the first one; without it, as many as the failure suggests. */
  readonly tries?: number;
  /** Before the first of them; each further one waits twice as long. */
  readonly seconds?: number;
}

/** One step: the action's name and its input, which the action's own JSON Schema describes. */
export interface WorkflowStep {
  readonly id: string;
  readonly action: string;
  readonly title?: string;
  readonly titles?: Translations;
  /** Why it is there, for those who design. */
  readonly description?: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly retry?: StepRetry;
  /**
   * Steps of which only some runs take the one or the other: those of a branch, of each round of a loop, of what is done
   * when the step fails (`error`). Which names there are, the action says. Afterwards the run goes on behind the step.
   */
  readonly paths?: Readonly<Record<string, readonly WorkflowStep[]>>;
}
