import type { JsonValue, Translations } from '@guanxi/field-types';
import type { Period } from '../definition/period.js';
import type { RunTarget, RunValues } from '../ports.js';

/** The moments at which steps of a milestone run, by the names of their paths. */
export type MilestoneMoment = 'warning' | 'violated';

/** Clocks on records: at most one of a name runs on a record at a time. */
export interface MilestonePorts {
  /** Those that run already go on as they are. */
  start(milestones: readonly MilestoneToStart[]): Promise<ReadonlyMap<string, StartedMilestone>>;
  /** Missing in the answers: runs on whose record no milestone of the name is going on, or where nothing is changed. */
  stop(name: string, object: string, runs: readonly RunTarget[]): Promise<ReadonlyMap<string, MilestoneState>>;
  pause(name: string, object: string, runs: readonly RunTarget[]): Promise<ReadonlyMap<string, MilestoneState>>;
  resume(name: string, object: string, runs: readonly RunTarget[]): Promise<ReadonlyMap<string, MilestoneState>>;
  /** Runs that stand for a moment of a milestone: whether it has come. Those whose milestone is gone are missing. */
  ring(runs: readonly RunTarget[]): Promise<ReadonlyMap<string, RungMoment>>;
}

export interface MilestoneToStart {
  readonly runId: string;
  readonly object: string;
  readonly recordId: string;
  readonly values: RunValues;
  readonly name: string;
  readonly title?: string;
  readonly titles?: Translations;
  readonly target: Period;
  /** Name of the business calendar whose hours alone count. */
  readonly calendar?: string;
  /** The instant it counts from. */
  readonly since: string;
  /** Per cent of the target, from 1 to 99. */
  readonly warnAt?: number;
  /** A formula over the record; it is met once this is true. */
  readonly doneWhen?: string;
}

export interface StartedMilestone {
  readonly isNew: boolean;
  readonly dueAt: string;
  readonly warnAt: string | null;
}

export interface MilestoneState {
  readonly state: 'met' | 'late' | 'paused' | 'running';
  readonly dueAt: string;
}

export type RungMoment =
  | { readonly come: true; readonly moment: MilestoneMoment; readonly name: string; readonly at: string }
  /** The clock stands still, or the moment has moved; null: nobody knows when. */
  | { readonly come: false; readonly until: string | null }
  /** It was met before. */
  | { readonly come: 'never'; readonly name: string; readonly endedAt: string };

/** What a run that stands for a moment was begun by. */
export interface MilestoneOccasion {
  readonly kind: 'milestone';
  readonly milestone: string;
  readonly name: string;
  readonly moment: MilestoneMoment;
  readonly [more: string]: JsonValue;
}
