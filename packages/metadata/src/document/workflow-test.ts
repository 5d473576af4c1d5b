import type { FieldValue } from './workflow-document.js';

/** Kept with a workflow and made at every publish: given this record, expect that it runs, or does not. */
export interface WorkflowTest extends WorkflowTestGiven {
  readonly title: string;
  readonly expect: WorkflowTestExpectation;
}

export type WorkflowTestValues = Readonly<Record<string, FieldValue>>;

/** What there is, and what happens. */
export interface WorkflowTestGiven {
  /** Values of the record by field; what is not said is blank or has its default. */
  readonly record: WorkflowTestValues;
  /** Records that it points to, by the lookup field. */
  readonly parents?: Readonly<Record<string, WorkflowTestValues>>;
  /** Records that point to it, by the related list. */
  readonly related?: readonly { readonly relation: string; readonly values: WorkflowTestValues }[];
  /** The moment at which the rule is asked, as ISO-8601; without it, the moment of the test. */
  readonly at?: string;
  /** What is then changed about the record. */
  readonly change?: WorkflowTestValues;
  /** What comes in with a call, by the name of the input. */
  readonly inputs?: WorkflowTestValues;
}

export interface WorkflowTestExpectation {
  readonly runs: boolean;
  /** Of a step, by its id: the way that is taken. */
  readonly ways?: Readonly<Record<string, string>>;
  /** Of a step, by its id: values that it sets, by field. */
  readonly values?: Readonly<Record<string, WorkflowTestValues>>;
  /** Of a workflow that acts before saves: whether it refuses the record. */
  readonly refused?: boolean;
  /** Values of the record afterwards. */
  readonly record?: WorkflowTestValues;
}
