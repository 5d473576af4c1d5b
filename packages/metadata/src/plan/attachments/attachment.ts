import type { RawBuilder } from 'kysely';
import type { Place } from '../planned-change.js';

/** An index, constraint or sequence that follows from the model. It has no change of its own: it comes and goes with what it hangs on. */
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
  /** Id of the object a foreign key points to: as long as there is one, the table of that object cannot go. */
  readonly holds?: string;
  /** Absent where the table or column brings it along. */
  create?(place: Place): RawBuilder<unknown>;
}

/** How a thing of this form is dropped and renamed. `table` is where it hangs at that moment. */
export interface AttachmentForm {
  drop(name: string, table: string, place: Place): RawBuilder<unknown>;
  rename(from: string, to: string, at: { readonly table: string; readonly place: Place }): RawBuilder<unknown>;
}
