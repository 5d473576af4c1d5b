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
  /** Whether a table, by its name before the plan, has so many rows that indexes and checks are left for after the commit. None when not given. */
  readonly isLarge?: (table: string) => boolean;
  /** The revision that the plan leads to: what is removed is then renamed aside under its number; else it is dropped. */
  readonly revision?: number;
  /** What was renamed aside before and is still there. */
  readonly bin?: readonly BinnedThing[];
}

/** A column or table that was removed and can come back. */
export interface BinnedThing {
  readonly id: string;
  readonly kind: 'object' | 'field';
  /** Ids. */
  readonly object: string;
  readonly field?: string;
  readonly document: unknown;
  readonly tableName: string;
  readonly columnName?: string;
}

/** What a change does to the bin. */
export interface BinMove {
  readonly puts?: Omit<BinnedThing, 'id'>;
  /** Id of a binned thing that is taken out. */
  readonly takes?: string;
}

/** Work on a large table that is done after the commit while everybody goes on: see `tableParts`. */
export interface OnlineWork {
  readonly kind: 'index' | 'constraint' | 'required';
  /** Id of the object whose table it is about. */
  readonly object: string;
  readonly name: string;
  readonly statement: RawBuilder<unknown>;
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
  /** Answers `{ count }`: the rows of a table that nobody can write, or read, until the change is done. */
  readonly locked?: RawBuilder<{ count: number }>;
  /** To be run in this order, all changes of a plan in theirs, in one transaction. None where only documents change. */
  readonly statements: readonly RawBuilder<unknown>[];
  /** To be done after the commit, in any order. */
  readonly afterwards: readonly OnlineWork[];
  readonly bin?: BinMove;
}
