import type { Translations } from './documents.js';

/** How long records of an object are kept, and what happens to them then. It does nothing until somebody switches it on in the org. */
export interface RetentionRuleDocument {
  readonly kind: 'retention-rule';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly description?: string;
  readonly object: string;
  /** The field with the date or moment that the age counts from. A record without a value is kept. */
  readonly since: string;
  /** A later date of one of these lists counts instead: whoever ordered lately is kept, however old the record is. */
  readonly activity?: readonly RetentionActivity[];
  /** Full days, months or years by the calendar of the org. */
  readonly after: RetentionAge;
  /** A formula over the record; records for which it is not true are kept. */
  readonly when?: string;
  /** delete: to the recycle bin · erase: what is personal is taken out of the record and everywhere else · purge: for good, with history and files. */
  readonly do: RetentionDeed;
  readonly guanxi: { readonly id: string };
}

export interface RetentionActivity {
  /** The to-many side of a reference: `orders`. */
  readonly relation: string;
  /** A date or moment of the listed records. */
  readonly field: string;
}

export interface RetentionAge {
  readonly value: number;
  readonly unit: 'days' | 'months' | 'years';
}

export type RetentionDeed = 'delete' | 'erase' | 'purge';
