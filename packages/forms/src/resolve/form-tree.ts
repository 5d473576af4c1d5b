import type { JsonValue } from '@guanxi/field-types';
import type { FieldDescription, LayoutDocument } from '@guanxi/metadata';

export type FormMode = 'create' | 'edit' | 'view';

/** What is wrong with one field: `code` is the last part of a text key, `values` stand in its sentence. */
export interface FieldProblem {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** A sentence that the server made; shown as it is. */
  readonly message?: string;
}

export type FieldProblems = Readonly<Record<string, readonly FieldProblem[]>>;

/** A form, settled for one record and one person: everything a page has to know to draw it. */
export interface FormTree {
  readonly mode: FormMode;
  readonly sections: readonly FormSection[];
  readonly relatedLists: NonNullable<LayoutDocument['relatedLists']>;
}

export interface FormSection {
  readonly id: string;
  readonly title?: string;
  readonly columns: 1 | 2 | 3 | 4;
  /** False when its rule says so, or when no cell of it is visible. */
  readonly visible: boolean;
  readonly cells: readonly FormCell[];
}

export interface FormCell {
  readonly name: string;
  readonly field: FieldDescription;
  readonly wide: boolean;
  readonly visible: boolean;
  /** This person may change the value now. */
  readonly enabled: boolean;
  /** Why not, where it is not enabled. */
  readonly locked?: LockReason;
  readonly required: boolean;
  readonly value: JsonValue;
  readonly problems: readonly FieldProblem[];
}

/** `generated`: the platform makes the value. `access`: not this person. `rule`: the layout says so for this record. */
export type LockReason = 'generated' | 'access' | 'rule';
