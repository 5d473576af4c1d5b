import type { Condition } from './condition.js';
import type { AggregateField, GroupsRequest } from './group-request.js';
import type { Operand } from './operand.js';

/** All that one operation reads. Keys are the names in the answer; they are at most 63 bytes long and differ from each other. */
export interface ReadRequest {
  readonly roots: readonly RootRead[];
}

export type RootRead =
  /** `asOf`: an instant; the record as it was then. Lists and what is worked out of other records cannot be selected with it. */
  | { readonly kind: 'one'; readonly key: string; readonly object: string; readonly id: Operand; readonly asOf?: Operand; readonly select: Selection }
  /** A JSON list in the order of the ids; ids of records that are gone or hidden are left out. */
  | { readonly kind: 'several'; readonly key: string; readonly object: string; readonly ids: Operand; readonly count: number; readonly select: Selection }
  | { readonly kind: 'page'; readonly key: string; readonly object: string; readonly page: PageRequest }
  | { readonly kind: 'search'; readonly key: string; readonly search: SearchRequest }
  | { readonly kind: 'typename'; readonly key: string; readonly name: string };

export type Selection = readonly SelectedField[];

export type SelectedField =
  /** Without a name it is the object's. */
  | { readonly kind: 'typename'; readonly key: string; readonly name?: string }
  /** The value as the API carries it; of a reference, the id. */
  | { readonly kind: 'value'; readonly key: string; readonly field: string }
  /** Pieces of a value that has several, as an object; null where the value is blank. */
  | { readonly kind: 'parts'; readonly key: string; readonly field: string; readonly select: readonly PartField[] }
  /** The record that a reference points to, or null where it is gone or hidden. */
  | { readonly kind: 'one'; readonly key: string; readonly field: string; readonly select: Selection }
  /** The record that a polymorphic lookup points to: what is taken of it depends on the lookup that holds it. */
  | { readonly kind: 'union'; readonly key: string; readonly field: string; readonly select: readonly MemberSelection[] }
  | { readonly kind: 'page'; readonly key: string; readonly relation: string; readonly page: PageRequest };

export type PartField =
  | { readonly kind: 'typename'; readonly key: string; readonly name: string }
  | { readonly kind: 'part'; readonly key: string; readonly part: string }
  /** The whole as people read it. */
  | { readonly kind: 'text'; readonly key: string };

export interface MemberSelection {
  /** The lookup that the polymorphic one stands for. */
  readonly member: string;
  readonly select: Selection;
}

/** A page of records as a Relay connection. */
export interface PageRequest {
  readonly where: Condition;
  /** Words that searchable fields contain, all of them in any field. */
  readonly search?: Operand;
  /** How many words that text has (`countSearchWords`): this changes the SQL. Where it is not said, the statement has places for as many as are allowed. */
  readonly searchWords?: number;
  readonly orderBy: readonly OrderKey[];
  /** `backwards` takes the last records of the order; they are answered in the order all the same. */
  readonly direction: 'forwards' | 'backwards';
  readonly limit: number;
  readonly after?: CursorPosition;
  readonly before?: CursorPosition;
  readonly select: readonly PageField[];
}

export interface OrderKey {
  /** A field of the object, or of the records that references lead to, or a piece of one: `['customer', 'address', 'city']`. */
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
  | { readonly kind: 'totalCount'; readonly key: string }
  /** Over all records of the list, on all its pages. */
  | { readonly kind: 'aggregate'; readonly key: string; readonly select: readonly AggregateField[] }
  | { readonly kind: 'groupBy'; readonly key: string; readonly groups: GroupsRequest };

export type EdgeField =
  | { readonly kind: 'typename'; readonly key: string }
  | { readonly kind: 'cursor'; readonly key: string }
  | { readonly kind: 'node'; readonly key: string; readonly select: Selection };

export interface PageInfoField {
  readonly kind: 'typename' | 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor';
  readonly key: string;
}

/** A text looked for in the records of several objects. */
export interface SearchRequest {
  readonly text: Operand;
  /** How many words the text has, by `countSearchWords`. */
  readonly words: number;
  /** Names; all that the person may read where it is not said. */
  readonly objects?: readonly string[];
  /** Id of a person, or `me`. */
  readonly ownedBy?: Operand;
  /** An instant. */
  readonly changedSince?: Operand;
  readonly first: number;
  /** `select`: what is taken of each of the fields that match. */
  readonly select: readonly {
    readonly kind: SearchResultField;
    readonly key: string;
    readonly select?: readonly { readonly kind: SearchedFieldKey; readonly key: string }[];
  }[];
}

export type SearchedFieldKey = 'typename' | 'field' | 'text' | 'ranges';

export type SearchResultField = 'typename' | 'object' | 'id' | 'name' | 'match' | 'score' | 'fields' | 'suggestion';
