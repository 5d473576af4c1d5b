import type { Translations } from './documents.js';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** When people work: what triggers, waiting steps and milestones count time by. */
export interface BusinessCalendarDocument {
  readonly kind: 'business-calendar';
  readonly name: string;
  readonly title: string;
  readonly titles?: Translations;
  readonly description?: string;
  /** IANA name; without it that of the org. */
  readonly timeZone?: string;
  /** A day that is missing, or has no hours, is free. */
  readonly week: Readonly<Partial<Record<Weekday, readonly OpenHours[]>>>;
  readonly holidays?: readonly Holiday[];
  readonly guanxi: { readonly id: string };
}

/** Wall-clock times `HH:MM`; `to` may be `24:00`. */
export interface OpenHours {
  readonly from: string;
  readonly to: string;
}

/** A date that is not as its day of the week: free, or open at hours of its own. */
export interface Holiday {
  readonly date: string;
  readonly title?: string;
  readonly titles?: Translations;
  readonly hours?: readonly OpenHours[];
}
