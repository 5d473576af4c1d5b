import type { JsonValue } from '@guanxi/field-types';
import type { Problem } from '@guanxi/metadata';

/** What an action may ask of the world. Every call serves a whole batch of runs; all of it happens in one transaction. */
export interface ActionPorts {
  /**
   * Works formulas out over the records of the runs. A run whose record is gone is missing in the answer. Values come
   * as the language writes them: numbers as decimal strings, dates as YYYY-MM-DD, instants as ISO-8601, blank as null.
   */
  evaluate(object: string, formulas: Readonly<Record<string, string>>, runs: readonly RunTarget[]): Promise<ReadonlyMap<string, EvaluatedValues>>;
  /** Records at the end of `relation` ("tasks", "customer.tasks") for which the formula `where` over them is true. */
  findRelated(object: string, relation: string, where: string | undefined, runs: readonly RunTarget[]): Promise<readonly RelatedRecord[]>;
  create(object: string, rows: readonly RowToCreate[]): Promise<WriteResult>;
  /** No record stands in it twice. */
  update(object: string, changes: readonly RowToUpdate[]): Promise<WriteResult>;
  notify(notices: readonly Notice[]): Promise<void>;
}

/** One run of a batch and the record it runs on. */
export interface RunTarget {
  readonly runId: string;
  readonly recordId: string;
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
  readonly text: string;
  readonly object: string;
  readonly recordId: string;
}

/** What a step leaves in the run's trace. */
export interface StepNote {
  readonly runId: string;
  readonly input: JsonValue;
  readonly output: JsonValue;
}
