import type { OperatorName } from '@guanxi/field-types';
import type { Operand } from './operand.js';
import type { Selection } from './read-request.js';

export type AggregateFunction = 'sum' | 'avg' | 'min' | 'max';

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

/** The records of a list by what they have in common. */
export interface GroupsRequest {
  /** No field twice. */
  readonly by: readonly GroupKey[];
  /** All of them have to hold. */
  readonly having: readonly GroupCondition[];
  /** What is not said here is ordered by the keys. */
  readonly orderBy: readonly GroupOrder[];
  readonly limit: number;
  readonly select: readonly GroupField[];
}

export interface GroupKey {
  readonly field: string;
  /** Of a day or an instant: the stretch of the calendar it falls into; its beginning is the key. */
  readonly unit?: CalendarUnit;
}

export interface GroupCondition {
  readonly aggregate: Aggregate;
  readonly operator: OperatorName;
  readonly operand: Operand;
}

export type GroupOrder = { readonly direction: 'asc' | 'desc' } & ({ readonly aggregate: Aggregate } | { readonly key: string });

export type GroupField = AggregateField | { readonly kind: 'key'; readonly key: string; readonly select: Selection };
