import type { RawBuilder } from 'kysely';
import type { ChangeKind } from './changes/registry.js';

/**
 * online: no lock worth naming · rewriting: every row is written anew · narrowing: values that do not fit are in the
 * way · destroying: values are lost.
 */
export type Risk = 'online' | 'rewriting' | 'narrowing' | 'destroying';

/** Where the tables are, and what the org's days are counted in. */
export interface Place {
  readonly schema: string;
  /** IANA name; a day and an instant become each other in it. UTC when not given. */
  readonly timeZone?: string;
}

/** One change that publishing would make. A plain value: nothing has been run yet. */
export interface PlannedChange {
  /** The same for the same change of the same documents; what an admin consents to. */
  readonly id: string;
  readonly kind: ChangeKind;
  readonly risk: Risk;
  /** Name of the object as it will be, or was when it goes. */
  readonly object?: string;
  readonly field?: string;
  /** The change for a person, in English, traditional or simplified Chinese. */
  sentence(locale: string): string;
  /** Answers `{ count }`: rows rewritten, rows that do not fit, or rows whose values are lost. To be run before the change. */
  readonly count?: RawBuilder<{ count: number }>;
  /** Answers up to five `{ id, name }` of the rows that `count` counts. To be run before the change. */
  readonly examples?: RawBuilder<{ id: string; name: string | null }>;
  /** When the count is not zero, the change cannot be made. */
  readonly blockedWhenCounted: boolean;
  /** To be run in this order, all changes of a plan in theirs, in one transaction. None where only documents change. */
  readonly statements: readonly RawBuilder<unknown>[];
}
