import type { FieldModel } from '@guanxi/metadata';
import type { TypedFormula } from '@guanxi/formula';
import type { RawBuilder } from 'kysely';
import type { Compilation, Table } from '../../compile/compilation.js';
import type { WriteProblem } from '../write-request.js';

/** Something that a written record may not be. */
export interface Check {
  readonly code: WriteProblem['code'];
  /** A field's name, or the id of a rule. */
  readonly subject: string;
  /** Fields of the record whose values, new and old, the condition reads. */
  readonly reads: readonly FieldModel[];
  /** True where the record is not to be written so. */
  wrong(rows: CheckedRows): RawBuilder<boolean>;
}

/** Records between their old and their new state, as conditions name them. */
export interface CheckedRows {
  /** The records as they would be. Has the fields that some check reads. */
  readonly now: Table;
  /** The platform's view of the other records. */
  readonly compilation: Compilation;
  /** Whether a condition over the new state holds; never null. */
  holds(formula: TypedFormula): RawBuilder<boolean>;
  /** The new and the old value of a field; of a new record the old one is null. */
  value(field: FieldModel): RawBuilder<unknown>;
  prior(field: FieldModel): RawBuilder<unknown>;
  /** True where the value is another one than before, or the first. */
  changed(field: FieldModel): RawBuilder<boolean>;
  /** True where the caller brought a value; what a new record is given by default does not count. */
  given(field: FieldModel): RawBuilder<boolean>;
}
