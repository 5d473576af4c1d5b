import type { JsonValue } from '@guanxi/field-types';
import type { OrgPlace, Program, RunValues } from '@guanxi/workflow';
import type { StepPlace } from '../trace/place-of-step.js';

/** A run that is only thought of: where it stands, and what its steps would have done so far. */
export interface Thought {
  readonly id: string;
  readonly recordId: string;
  readonly program: Program;
  readonly place: OrgPlace;
  /** The instant it stands at, as ISO-8601. */
  at: string;
  step: number;
  values: RunValues;
  /** What its own steps have set on its record, by column. */
  laidOver: Readonly<Record<string, unknown>>;
  /** Ids of people and addresses that would have been told. */
  readonly told: string[];
  readonly steps: ThoughtStep[];
  readonly parent: Thought | undefined;
  readonly depth: number;
  hasEnded: boolean;
}

/** done · skipped: nothing to do · failed · unknown: nobody can tell what would have come of it. */
export type ThoughtStatus = 'done' | 'skipped' | 'failed' | 'unknown';

export interface ThoughtStep extends StepPlace {
  readonly status: ThoughtStatus;
  readonly at: string;
  readonly input: JsonValue;
  readonly output: JsonValue;
  /** Name of the way that was taken. */
  readonly way: string | null;
  /** Until when it would have waited. */
  readonly until: string | null;
  readonly error: string | null;
}
