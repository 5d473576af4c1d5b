import type { JsonSchema } from '@guanxi/field-types';
import type { Model, ObjectModel, Problem } from '@guanxi/metadata';
import type { ActionPorts, RunTarget, StepNote } from '../ports.js';

/**
 * One thing a step can do. Batch first: many runs that stand at the same step are one call, so that the effect on the
 * records is one set-based write. What the action does through its ports and the notes it answers commit together.
 */
export interface Action {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /**
   * JSON Schema of the step's `input`; its settings form draws itself from it. Besides the standard keywords, `format`
   * says what a text stands for: `formula` (over the workflow's record), `related-formula` (over the related record),
   * `object-name`, `relation-path`; an object whose keys are field names says `format: "field-values"`.
   */
  readonly inputSchema: JsonSchema;
  /** Everything wrong with an input, as JSON pointers into it. */
  check(input: StepInput, context: ActionContext): Problem[];
  run(batch: ActionBatch, ports: ActionPorts): Promise<ActionResult>;
}

export type StepInput = Readonly<Record<string, unknown>>;

export interface ActionContext {
  readonly model: Model;
  /** The object of the workflow. */
  readonly object: ObjectModel;
}

export interface ActionBatch extends ActionContext {
  /** Has passed `check`. */
  readonly input: StepInput;
  readonly runs: readonly RunTarget[];
}

/** One note per run; or nothing was done, and why. */
export type ActionResult = { readonly ok: true; readonly notes: readonly StepNote[] } | { readonly ok: false; readonly problems: readonly Problem[] };
