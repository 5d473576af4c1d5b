import type { JsonSchema, Translations } from '@guanxi/field-types';
import type { FormulaType } from '@guanxi/formula';
import type { Model, ObjectModel, Problem } from '@guanxi/metadata';
import type { ActionPorts, RunTarget, StepNote, WokenRun } from '../ports.js';
import type { Variables } from '../program/program.js';

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
   * `object-name`, `relation-path`, `message-template`, `period`, `workflow-name`, `branch-cases`, `business-calendar`, `document-template`, `percent`, `condition` (a true-or-false formula in which nothing stands that steps leave), `formula-list` (an array of formulas), `named-formulas` (an object of them), `header-formulas` (an object of them by HTTP header), `header-names` (an array of such names), `incoming-values` (inputs that each stand at a pointer), `yes-no`, `translations` (of the title beside it), `field-names` (of the object it names), `set-formula` (over a record of that object; `set-values` for each of its fields); an object whose keys are field names says `format: "field-values"`.
   * A text under whose name later formulas find a value says its type in `leaves`; entries of `workflow-inputs` and `incoming-values` are found by theirs.
   */
  readonly inputSchema: JsonSchema;
  /** Nothing that it does points to the run, so the run may be written after it, in the same transaction. */
  readonly beforeItsRun?: boolean;
  /** The paths that a step with this input has, in their order. Every step may have an `error` path besides. */
  paths?(input: StepInput): readonly StepPath[];
  /** What it leaves for later formulas, which find it as `$Run.<name>`. Asked of inputs that have not passed `check`, too. */
  leaves?(input: StepInput, context: ActionContext): Readonly<Record<string, FormulaType>>;
  /** Everything wrong with an input, as JSON pointers into it. */
  check(input: StepInput, context: ActionContext): Problem[];
  run(batch: ActionBatch, ports: ActionPorts): Promise<ActionResult>;
  /** Goes on with runs that rested at the step and were woken. */
  resume?(batch: WokenBatch, ports: ActionPorts): Promise<ActionResult>;
}

export interface StepPath {
  readonly name: string;
  /** As people have called it; undefined where the name says it. */
  readonly title?: string;
  readonly titles?: Translations;
  /** A run of its own takes it, which ends with it; nobody waits for that unless the action does. */
  readonly apart?: boolean;
}

export type StepInput = Readonly<Record<string, unknown>>;

export interface ActionContext {
  readonly model: Model;
  /** The object whose records the step runs on. */
  readonly object: ObjectModel;
  /** What earlier steps leave. */
  readonly variables: Variables;
  /** The object of the workflow's record, where formulas are over records of another one. */
  readonly around?: ObjectModel;
  /** The step acts before a save: its formulas know the state before the change, and the person who saves. */
  readonly saving?: boolean;
}

export interface ActionBatch extends ActionContext {
  /** Has passed `check`. */
  readonly input: StepInput;
  readonly runs: readonly RunTarget[];
}

export interface WokenBatch extends ActionBatch {
  readonly runs: readonly WokenRun[];
}

/** One note per run; or nothing was done, and why. `temporary`: it may go well later, so it is tried again for a while. */
export type ActionResult = { readonly ok: true; readonly notes: readonly StepNote[] } | { readonly ok: false; readonly problems: readonly Problem[]; readonly temporary?: boolean };
