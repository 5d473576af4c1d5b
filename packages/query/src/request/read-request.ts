import type { Condition } from './condition.js';
import type { Operand } from './operand.js';

/** All that one operation reads. Keys are the names in the answer; they are at most 63 bytes long and differ from each other. */
export interface ReadRequest {
  readonly roots: readonly RootRead[];
}

export type RootRead =
  | { readonly kind: 'one'; readonly key: string; readonly object: string; readonly id: Operand; readonly select: Selection }
  /** A JSON list in the order of the ids; ids of records that are gone or hidden are left out. */
  | { readonly kind: 'several'; readonly key: string; readonly object: string; readonly ids: Operand; readonly count: number; readonly select: Selection }
  | { readonly kind: 'page'; readonly key: string; readonly object: string; readonly page: PageRequest }
  | { readonly kind: 'search'; readonly key: string; readonly search: SearchRequest }
  | { readonly kind: 'typename'; readonly key: string; readonly name: string };

export type Selection = readonly SelectedField[];

export type SelectedField =
  | { readonly kind: 'typename'; readonly key: string }
  /** The value as the API carries it; of a reference, the id. */
  | { readonly kind: 'value'; readonly key: string; readonly field: string }
  /** The record that a reference points to, or null where it is gone or hidden. */
  | { readonly kind: 'one'; readonly key: string; readonly field: string; readonly select: Selection }
  | { readonly kind: 'page'; readonly key: string; readonly relation: string; readonly page: PageRequest };

/** A page of records as a Relay connection. */
export interface PageRequest {
  readonly where: Condition;
  /** A piece of text that the name or another searchable field contains. */
  readonly search?: Operand;
  readonly orderBy: readonly OrderKey[];
  /** `backwards` takes the last records of the order; they are answered in the order all the same. */
  readonly direction: 'forwards' | 'backwards';
  readonly limit: number;
  readonly after?: CursorPosition;
  readonly before?: CursorPosition;
  readonly select: readonly PageField[];
}

export interface OrderKey {
  /** A field of the object, or of the records that references lead to: `['customer', 'name']`. */
  readonly path: readonly string[];
  readonly direction: 'asc' | 'desc';
}

export interface CursorPosition {
  /** The cursor text. */
  readonly cursor: Operand;
  /** Which of its order values are blank: this changes the SQL. One entry per order key. */
  readonly blanks: readonly boolean[];
}

export type PageField =
  | { readonly kind: 'typename'; readonly key: string }
  | { readonly kind: 'nodes'; readonly key: string; readonly select: Selection }
  | { readonly kind: 'edges'; readonly key: string; readonly select: readonly EdgeField[] }
  | { readonly kind: 'pageInfo'; readonly key: string; readonly select: readonly PageInfoField[] }
  | { readonly kind: 'totalCount'; readonly key: string };

export type EdgeField =
  | { readonly kind: 'typename'; readonly key: string }
  | { readonly kind: 'cursor'; readonly key: string }
  | { readonly kind: 'node'; readonly key: string; readonly select: Selection };

export interface PageInfoField {
  readonly kind: 'typename' | 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor';
  readonly key: string;
}

/** A piece of text looked for in the records of several objects. */
export interface SearchRequest {
  readonly text: Operand;
  readonly first: number;
  readonly select: readonly { readonly kind: 'typename' | 'object' | 'id' | 'name'; readonly key: string }[];
}
