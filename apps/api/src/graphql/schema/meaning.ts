import type { OperatorName } from '@guanxi/field-types';
import type { TypedFormula } from '@guanxi/formula';
import type { AggregateFunction, CalendarPart } from '@guanxi/query';

/** What a field of an output type stands for. */
export type FieldMeaning =
  | { readonly kind: 'value' | 'parts' | 'one' | 'union'; readonly field: string }
  | { readonly kind: 'page'; readonly relation: string };

/** What a field of a value with several parts stands for. */
export type PartMeaning = { readonly kind: 'part'; readonly part: string } | { readonly kind: 'text' };

/** What a member of a union stands for: the lookup that leads to it. */
export interface UnionMeaning {
  readonly members: readonly { readonly type: string; readonly member: string }[];
}

/** What a field of a group's key stands for, or a field behind one. */
export type KeyMeaning =
  | FieldMeaning
  | PartMeaning
  | { readonly kind: 'calendarOf'; readonly field: string }
  | { readonly kind: 'calendar'; readonly part: CalendarPart };

/** What a field of an aggregate or of a group stands for. */
export interface SummaryMeaning {
  readonly kind: 'count' | AggregateFunction;
}

/** What a field inside of one stands for: the field that is worked over. */
export interface AggregatedMeaning {
  readonly kind: 'field';
  readonly field: string;
}

/** What a field of Query or Mutation stands for. */
export type RootMeaning =
  | { readonly kind: 'one' | 'page'; readonly object: string }
  | { readonly kind: 'search' }
  | { readonly kind: MutationKind; readonly object: string };

export type MutationKind =
  | 'create' | 'createMany'
  | 'update' | 'updateMany' | 'updateWhere'
  | 'upsert' | 'upsertMany'
  | 'delete' | 'deleteMany' | 'deleteWhere'
  | 'restore' | 'restoreMany'
  | 'merge' | 'convert';

/** The field of Query that stands for the feed of changes, and those of Subscription. */
export type ChangeMeaning = { readonly kind: 'changes' } | { readonly kind: 'changed'; readonly object: string };

export type ReadFormula = (text: string) => TypedFormula;

/** What a field of a `where` input stands for. */
export type WhereMeaning =
  | { readonly kind: 'and' | 'or' | 'not' }
  | { readonly kind: 'value' | 'one'; readonly field: string }
  /** Of a polymorphic lookup: whether any of the lookups it stands for holds a record. */
  | { readonly kind: 'noneOf'; readonly fields: readonly string[] }
  /** `read` checks the text against what the person may read, and throws `RecordsFailure`. */
  | { readonly kind: 'formula'; readonly read: ReadFormula }
  /** Conditions that stand together under one name. */
  | { readonly kind: 'all' }
  | { readonly kind: 'relation'; readonly relation: string };

/** What a field of a filter, of an order, of a piece of either or of an upsert key stands for. */
export interface InputMeaning {
  readonly operator?: OperatorName;
  readonly field?: string;
  readonly part?: string;
  readonly calendar?: CalendarPart;
}

type Meaning = FieldMeaning | PartMeaning | KeyMeaning | UnionMeaning | SummaryMeaning | AggregatedMeaning | RootMeaning | ChangeMeaning | WhereMeaning | InputMeaning;

/** The schema carries the meaning of its fields, so that nobody has to parse names back into the model. */
export function means<M extends Meaning>(meaning: M): { readonly extensions: { readonly meaning: M } } {
  return { extensions: { meaning } };
}

export function meaningOf<M extends Meaning>(field: { readonly extensions: Readonly<Record<string, unknown>> } | undefined): M {
  const meaning = field?.extensions['meaning'];
  if (meaning === undefined) throw new Error('A field of the schema has no meaning.');
  return meaning as M;
}
