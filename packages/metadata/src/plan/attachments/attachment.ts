import type { RawBuilder } from 'kysely';
import type { OnlineWork, Place } from '../planned-change.js';

type Statements = readonly RawBuilder<unknown>[];

/** A column that follows from others, an index, a constraint or a sequence. It has no change of its own: it comes and goes with what it hangs on. */
export interface Attachment {
  /** The same as long as nothing but names changed. */
  readonly key: string;
  readonly name: string;
  readonly table: string;
  /** The field whose column brings it along and takes it away; absent where only the table does. */
  readonly field?: string;
  /** Subjects (see `subjectOf`) on any of which a change may make, remove or rename this. */
  readonly subjects: readonly string[];
  readonly form: AttachmentForm;
  /** Of a roll-up: how many others it is built on, of whatever objects. Those come first. */
  readonly depth?: number;
  /** Id of the object a foreign key points to: as long as there is one, the table of that object cannot go. */
  readonly holds?: string;
  /** Absent where the table or column brings it along. */
  create?(place: Place): Statements;
  /** How it comes to a table with many rows instead: what is done at once, and what is left for after the commit. */
  online?(place: Place): { readonly now: Statements; readonly work: OnlineWork };
}

/** How a thing of this form is dropped and renamed. `table` is where it hangs at that moment. */
export interface AttachmentForm {
  /** Columns come before what lies over them, and go after it. */
  readonly rank: 'sequence' | 'rolled up' | 'generated' | 'over columns';
  drop(name: string, table: string, place: Place): Statements;
  rename(from: string, to: string, at: { readonly table: string; readonly place: Place }): Statements;
}
