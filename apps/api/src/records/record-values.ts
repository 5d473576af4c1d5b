import type { Problem } from '@guanxi/metadata';

/**
 * Values of a record by field, in API form. A reference may stand under `customerId`, as in the API, or under `customer`.
 * Absent means "leave as it is" (or the default, of a new record), null means blank.
 */
export type RecordValues = Readonly<Record<string, unknown>>;

export interface RecordChange {
  readonly id: string;
  /** Refuses the change when the record has another version by now. */
  readonly ifVersion?: number | null;
  readonly values: RecordValues;
}

/**
 * Something wrong with a row. `path` is a JSON pointer into the list of rows: `/3/email`, or `/3` for the record itself.
 * Codes: `required`, `unknown-field`, `read-only`, `not-unique`, `reference-not-found`, `not-found`, `forbidden`, `conflict`,
 * `duplicate-row`, `rule`, `not-allowed` (a lookup filter), `not-a-choice`, `not-reparentable`, `record-type`, `restricted`, `duplicate`, `not-an-image`,
 * `converted`, and those of the field kinds (`email-expected` …).
 */
export interface WriteFault extends Problem {
  /** Of a conflict: the version the record has now. */
  readonly version?: number;
  /** Of a rule: its name. */
  readonly rule?: string;
  /** Of `duplicate`: the similar records. */
  readonly duplicates?: Duplicates;
}

/** Records that a duplicate rule takes for the same as one that is written. */
export interface Duplicates {
  /** Name of the rule. */
  readonly rule: string;
  /** Whether the record is written when the caller allows duplicates. */
  readonly canAllow: boolean;
  /** The best matches among those that the person may read; at most five. */
  readonly records: readonly { readonly id: string; readonly name: string | null }[];
  /** How many more there are, also such that the person may not read. */
  readonly others: number;
}

export interface Refused {
  readonly problems: readonly WriteFault[];
}
