import type { OperatorName } from '@guanxi/field-types';
import type { Operand } from './operand.js';
import type { Selection } from './read-request.js';

export type AggregateFunction = 'countDistinct' | 'sum' | 'avg' | 'min' | 'max';

/** What is worked out over several records. Sums and averages are decimals; the least and greatest are of the field's kind. */
export type Aggregate = { readonly of: 'count' } | { readonly of: AggregateFunction; readonly field: string };

export type AggregateField =
  | { readonly kind: 'typename'; readonly key: string; readonly name: string }
  | { readonly kind: 'count'; readonly key: string }
  | { readonly kind: AggregateFunction; readonly key: string; readonly select: readonly AggregatedField[] };

export type AggregatedField =
  | { readonly kind: 'typename'; readonly key: string; readonly name: string }
  | { readonly kind: 'field'; readonly key: string; readonly field: string };

export const calendarUnits = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type CalendarUnit = (typeof calendarUnits)[number];

/** What days and instants of different years may have in common: hours 0 to 23, weekdays 1 (Monday) to 7, months 1 to 12, quarters 1 to 4. */
export const calendarParts = ['hour', 'weekday', 'month', 'quarter'] as const;
export type CalendarPart = (typeof calendarParts)[number];

/** The records of a list by what they have in common. */
export interface GroupsRequest {
  /** No place twice. */
  readonly by: readonly GroupKey[];
  /** All of them have to hold. */
  readonly having: readonly GroupCondition[];
  /** What is not said here is ordered by the keys. */
  readonly orderBy: readonly GroupOrder[];
  readonly limit: number;
  readonly select: readonly GroupField[];
}

/** What tells one key from another. */
export interface KeyPlace {
  /** A field of the object, or of the records that references lead to, or a piece of one: `['customer', 'address', 'city']`. */
  readonly path: readonly string[];
  /** Of a day or an instant: this number of it is the key. */
  readonly part?: CalendarPart;
}

export interface GroupKey extends KeyPlace {
  /** Of a day or an instant: the stretch of the calendar it falls into; its beginning is the key. */
  readonly unit?: CalendarUnit;
}

/** A text that is the same for the same place alone. */
export function placeOf({ path, part }: KeyPlace): string {
  return part === undefined ? path.join('.') : `${path.join('.')} ${part}`;
}

export interface GroupCondition {
  readonly aggregate: Aggregate;
  readonly operator: OperatorName;
  readonly operand: Operand;
}

export type GroupOrder = { readonly direction: 'asc' | 'desc' } & ({ readonly aggregate: Aggregate } | { readonly key: KeyPlace });

export type GroupField = AggregateField | { readonly kind: 'key'; readonly key: string; readonly select: readonly KeyField[] };

/** What a group has in common; only its keys can be asked for. */
export type KeyField =
  | { readonly kind: 'typename'; readonly key: string; readonly name: string }
  | { readonly kind: 'value'; readonly key: string; readonly place: KeyPlace }
  /** An object of keys: what lies behind a reference or in the pieces of a value. Null where one of those that it `needs` is blank. */
  | { readonly kind: 'within'; readonly key: string; readonly needs: readonly KeyPlace[]; readonly select: readonly KeyField[] }
  /** The record that a key points to. */
  | { readonly kind: 'record'; readonly key: string; readonly place: KeyPlace; readonly select: Selection };
