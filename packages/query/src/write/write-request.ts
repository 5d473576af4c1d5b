import type { Selection } from '../request/read-request.js';

/** What one statement writes. Field names are the model's; the values come with each run: see `WriteInput`. */
export interface WriteRequest {
  readonly object: string;
  /** The fields that some row of the run brings a value for. */
  readonly fields: readonly string[];
  /** Rows that bring different fields say which ones (`_set`). */
  readonly uneven?: boolean;
  /** Taken from the written records; values and type names only. Empty when the caller wants no records. */
  readonly select: Selection;
  /** One record as a JSON object, or all of them as a JSON array in the order of the rows. */
  readonly answer: 'one' | 'many';
  /** Only tells what is wrong: for rows of which something is known to be wrong already. */
  readonly checkOnly?: boolean;
  /** Takes the records as they are, whatever rules say: what is copied was judged where it came from. */
  readonly unchecked?: boolean;
  /** Writes the rows of which nothing is wrong and tells about the others, instead of writing none. */
  readonly partial?: boolean;
  /** Automation does not hear of it: history is written, events are not. */
  readonly silent?: boolean;
  /** The records were found by a filter: those that have gone meanwhile are simply no longer among them. */
  readonly found?: boolean;
}

/** The variables that every run of a writing statement brings along. */
export interface WriteInput {
  /** JSON text of the rows: see `WriteRow`. Of `oneRow` there is none. */
  readonly rows?: string;
  /** Of `oneRow`: the row itself. */
  readonly row?: WriteRow;
  /** ISO instant. */
  readonly at: string;
  /** Id of the user who writes; the platform itself has one too. */
  readonly actor: string;
  readonly source: string;
  readonly operation: string;
  /** Of `rowsOfIds`: the records. */
  readonly ids?: readonly string[];
  /** Of `undoingRows`: the first place, and the one after the last. */
  readonly from?: number;
  readonly to?: number;
}

/** One row of a run: values by column name, and what the statement has to know about it. */
export interface WriteRow {
  /** Position in the caller's list, told in problems. */
  readonly _row: number;
  readonly _id: string;
  /** The version that the caller has seen. */
  readonly _version?: number | null;
  /** Of a creation: `{ field: [null, value] }` in API form, without blanks. */
  readonly _changes?: Readonly<Record<string, readonly [null, unknown]>>;
  /** Where rows are uneven: the names of this row's fields. */
  readonly _set?: readonly string[];
  readonly [column: string]: unknown;
}

/** What a writing statement answers: one row. Nothing was written when there are problems. */
export interface WriteAnswer {
  /** JSON text of `WriteProblem[]`, or null. */
  readonly problems: string | null;
  /** JSON text as `answer` asks for it; null when nothing is selected. */
  readonly records: string | null;
  /** Number of records that were really written. */
  readonly written: number;
  /** JSON text of `RollUpDelta[]`: what the change means to roll-ups of other records; null where nothing, absent where there are none. */
  readonly feeds?: string | null;
}

/** The answer out of the columns of a writing statement's row, as text. */
export function readWriteAnswer([problems = null, records = null, written, feeds]: readonly (string | null)[]): WriteAnswer {
  return { problems, records, written: Number(written), ...(feeds !== undefined && { feeds }) };
}

export type WriteProblemCode =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'CONFLICT'
  | 'REFERENCE_NOT_FOUND'
  | 'NOT_UNIQUE'
  | 'NOT_AN_IMAGE'
  | 'RULE'
  | 'REQUIRED_WHEN'
  | 'READ_ONLY_WHEN'
  | 'LOOKUP_FILTER'
  | 'NOT_REPARENTABLE'
  | 'DEPENDENT_VALUE'
  | 'INACTIVE_VALUE'
  | 'RECORD_TYPE'
  /** An open approval keeps the record as it is; the problem's `field` is what the approval is called. */
  | 'LOCKED'
  /** A rule that acts before the save refuses the record; `field` is the id of its step. */
  | 'REFUSED'
  /** Such a rule gives the field a value that it does not take. */
  | 'UNFIT'
  /** Another revision than the statement's is published: it has to be made again. Has no row. */
  | 'STALE_MODEL';

export interface WriteProblem {
  /** Null where it is about the statement. */
  readonly row: number | null;
  /** A field's name; of `RULE` and `REFUSED`, the id of the rule or step; of `LOCKED`, the approval's title; null where it is about the record. */
  readonly field: string | null;
  readonly code: WriteProblemCode;
  /** Of a conflict: the version the record has now. */
  readonly version: number | null;
}
