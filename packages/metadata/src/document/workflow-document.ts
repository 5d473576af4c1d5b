import type { Translations } from './documents.js';

/** Automation: see `@guanxi/workflow`, which owns its meaning; here it is only a checked document. */
export interface WorkflowDocument {
  readonly kind: 'workflow';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly description?: string;
  readonly object: string;
  readonly trigger: WorkflowTrigger;
  /** A formula over the record; the workflow runs where it is true. */
  readonly when?: string;
  readonly steps: readonly WorkflowStep[];
  readonly guanxi: { readonly id: string };
}

export type WorkflowTrigger =
  | { readonly created: Record<string, never> }
  | { readonly updated: { readonly fields?: readonly string[] } }
  | { readonly elapsed: { readonly since: ElapsedAnchor; readonly after: string } };

/** The moment that time is counted from: a field of the record, or the greatest value over related records. */
export type ElapsedAnchor = { readonly field: string } | { readonly max: { readonly relation: string; readonly field: string } };

/** One step: the action's name and its input, which the action's own JSON Schema describes. */
export interface WorkflowStep {
  readonly id: string;
  readonly action: string;
  readonly title?: string;
  readonly input: Readonly<Record<string, unknown>>;
  /**
   * Steps of which only some runs take the one or the other: those of a branch, of each round of a loop, of what is done
   * when the step fails (`error`). Which names there are, the action says. Afterwards the run goes on behind the step.
   */
  readonly paths?: Readonly<Record<string, readonly WorkflowStep[]>>;
}
