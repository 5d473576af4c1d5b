import type { JsonValue } from '@guanxi/field-types';
import type { Problem } from '@guanxi/metadata';
import type { Way } from './advance/advance.js';
import type { Period } from './definition/period.js';

/** What an action may ask of the world. Every call serves a whole batch of runs; all of it happens in one transaction. */
export interface ActionPorts {
  /**
   * Works formulas out over the records of the runs. A run whose record is gone is missing in the answer. Values come
   * as the language writes them: numbers as decimal strings, dates as YYYY-MM-DD, instants as ISO-8601, blank as null.
   */
  evaluate(object: string, formulas: Readonly<Record<string, string>>, runs: readonly RunTarget[]): Promise<ReadonlyMap<string, EvaluatedValues>>;
  /** Records at the end of `relation` ("tasks", "customer.tasks") for which the formula `where` over them is true. */
  findRelated(object: string, relation: string, where: string | undefined, runs: readonly RunTarget[]): Promise<readonly RelatedRecord[]>;
  /**
   * The instants that a formula of type date or date with time answers: a date is the moment its day begins in the org's
   * time zone. Null for a blank; a run whose record is gone is missing.
   */
  momentsOf(object: string, formula: string, runs: readonly RunTarget[]): Promise<ReadonlyMap<string, string | null>>;
  /** The instant a period from now, on the org's calendar. */
  after(period: Period): Promise<string>;
  /** This moment for the org, as ISO-8601. */
  now(): string;
  /**
   * Begins runs that the given ones wait for: of a path of the same workflow, or of another workflow of the same revision.
   * Answers how many each of them has to wait for; where it is none, the run is missing.
   */
  begin(children: readonly ChildToBegin[]): Promise<ReadonlyMap<string, number>>;
  create(object: string, rows: readonly RowToCreate[]): Promise<WriteResult>;
  /** No record stands in it twice. */
  update(object: string, changes: readonly RowToUpdate[]): Promise<WriteResult>;
  /** Puts records into the bin; those that are gone already are missing in the answer. */
  delete(object: string, ids: readonly string[]): Promise<WriteResult>;
  /** Where a notice names a template, its words are those of the template in the language of whoever gets it. */
  notify(notices: readonly Notice[]): Promise<void>;
  /**
   * Puts mails into the outbox; they are sent after the commit. The same step of the same run writes to nobody twice.
   * Answers per run to whom it wrote, by address, and whom it left out.
   */
  sendEmails(mails: readonly EmailToSend[]): Promise<readonly EmailNote[]>;
}

/** One run of a batch and the record it runs on. */
export interface RunTarget {
  readonly runId: string;
  readonly recordId: string;
  /** What its steps have left so far. */
  readonly values: RunValues;
}

export type RunValues = Readonly<Record<string, JsonValue>>;

/** A run that rested, and what woke it: the time it waited for, the last of the runs it had begun, or something it waited to hear of. */
export interface WokenRun extends RunTarget {
  readonly woken: Waking;
}

export type Waking = { readonly by: 'time' } | { readonly by: 'children' } | { readonly by: 'answer'; readonly answer: JsonValue };

export interface ChildToBegin {
  readonly runId: string;
  readonly recordId: string;
  readonly object: string;
  readonly values: RunValues;
  readonly program: { readonly path: string } | { readonly workflow: string };
}

export type EvaluatedValues = Readonly<Record<string, string | boolean | null>>;

export interface RelatedRecord {
  readonly runId: string;
  readonly id: string;
}

export interface RowToCreate {
  readonly runId: string;
  /** By field name, as formulas answered them. */
  readonly values: EvaluatedValues;
}

export interface RowToUpdate extends RowToCreate {
  readonly id: string;
}

/** `ids` in the order of the rows; or nothing was written. */
export type WriteResult = { readonly ok: true; readonly ids: readonly string[] } | { readonly ok: false; readonly problems: readonly Problem[] };

export interface Notice {
  readonly runId: string;
  readonly userId: string;
  /** The message itself, or the name of the template that says it. */
  readonly text: string | { readonly template: string };
  readonly object: string;
  readonly recordId: string;
}

/** One mail of one run to each of `to`. */
export interface EmailToSend {
  readonly runId: string;
  readonly object: string;
  readonly recordId: string;
  /** Ids of people of the org, and addresses. */
  readonly to: readonly string[];
  readonly message: { readonly template: string } | { readonly subject: string; readonly body: string };
}

export interface EmailNote {
  readonly runId: string;
  readonly written: readonly string[];
  readonly leftOut: readonly { readonly to: string; readonly reason: string }[];
}

/** What a step leaves in the run's trace. */
export interface StepNote {
  readonly runId: string;
  readonly input: JsonValue;
  readonly output: JsonValue;
  /** To the next step, where it says nothing. */
  readonly way?: Way;
  /** Values that later steps find. */
  readonly leaves?: RunValues;
}
