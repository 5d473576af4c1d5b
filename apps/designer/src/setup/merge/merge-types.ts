import type { Plan } from '../documents/document-types.js';

export type MergeSide = 'mine' | 'theirs';
export type Choices = Readonly<Record<string, MergeSide>>;

export interface MergeConflict {
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly choice: MergeSide;
  readonly decided: boolean;
}

export interface MergeChange {
  readonly kind: string;
  readonly name: string;
  readonly event: 'added' | 'changed' | 'removed';
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface MergeReview {
  readonly changes: readonly MergeChange[];
  readonly conflicts: readonly MergeConflict[];
  readonly plan: Plan | null;
}

export const mergeFields = 'changes { kind name event path before after } conflicts { kind name path base mine theirs choice decided }';
