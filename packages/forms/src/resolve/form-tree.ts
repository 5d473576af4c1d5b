import type { JsonValue } from '@guanxi/field-types';
import type { RecordFilter } from '@guanxi/field-types/widgets';
import type { ActionDescription, FieldDescription, LayoutDocument } from '@guanxi/metadata';

export type { RecordFilter };

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
  /** What heads the page, read-only. */
  readonly header: readonly FormCell[];
  readonly sections: readonly FormSection[];
  /** Titles of the tabs that have something to show, in order; sections without a tab stand before them. */
  readonly tabs: readonly string[];
  readonly relatedLists: NonNullable<LayoutDocument['relatedLists']>;
  /** Buttons to show for this record as it stands. */
  readonly actions: readonly ActionDescription[];
  /** Rules of the object that the record breaks as it stands. */
  readonly broken: readonly BrokenRule[];
}

export interface BrokenRule {
  readonly message: string;
  readonly field?: string;
}

export interface FormSection {
  readonly id: string;
  readonly title?: string;
  readonly tab?: string;
  readonly columns: 1 | 2 | 3 | 4;
  /** False when its rule says so, or when no cell of it is visible. */
  readonly visible: boolean;
  readonly cells: readonly FormCell[];
}

export interface FormCell {
  readonly name: string;
  /** Its settings hold the values that can be chosen now, and the one that is. */
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
  /** Of a lookup whose targets are limited: which records can be chosen for this record as it stands. */
  readonly lookupFilter?: RecordFilter;
}

/** `generated`: the platform makes the value. `access`: not this person. `rule`: the object or the layout says so for this record. */
export type LockReason = 'generated' | 'access' | 'rule';
