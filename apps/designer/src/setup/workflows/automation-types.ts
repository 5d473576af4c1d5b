import type { JsonSchema } from '@guanxi/field-types';
import type { WorkflowDocument } from '@guanxi/metadata';
import type { NamedId, SimulatedPerson, ToldStep } from './trace/insight-types.js';

/** A workflow as it is written on the page: the server gives an id to a new one. */
export type WorkflowDraft = Omit<WorkflowDocument, 'guanxi'> & { readonly guanxi: { readonly id?: string } };

export interface WorkflowState {
  readonly name: string;
  readonly title: string;
  readonly object: string;
  readonly active: boolean;
  readonly activeSince: string | null;
  readonly document: WorkflowDocument;
  readonly runs: number;
  readonly failed: number;
  readonly lastRunAt: string | null;
  readonly nextDueAt: string | null;
  /** Records that wait for their line; null where time is no matter. */
  readonly dueCount: number | null;
  /** The revision that brought the version in force. */
  readonly version: number | null;
  readonly changedAt: string | null;
  readonly changedBy: { readonly name: string } | null;
  /** Runs begun in each of the last 24 hours, oldest first. */
  readonly runsByHour: readonly number[];
  /** Of those, the ones that are parked. */
  readonly failedLately: number;
  readonly pausedAt: string | null;
  readonly pausedBy: { readonly name: string } | null;
  readonly pausedBecause: string | null;
  readonly pausedAtRuns: number | null;
  readonly hourlyLimit: number;
  readonly limitIsSet: boolean;
  /** Batches that it gets each time it is its turn. */
  readonly weight: number;
}

export interface WorkflowAction {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
}

export interface Simulation {
  /** False where history cannot tell; `limits` then says why. */
  readonly isKnown: boolean;
  readonly total: number;
  readonly records: number;
  readonly from: string;
  readonly to: string;
  readonly months: readonly SimulationMonth[];
  /** Those with firings. */
  readonly days: readonly { readonly day: string; readonly count: number }[];
  readonly owners: readonly SimulatedPerson[];
  readonly limits: readonly string[];
}

export interface SimulationMonth { readonly month: string; readonly count: number }
export interface SimulationRow { readonly recordId: string; readonly recordName: string; readonly anchor: string; readonly due: string; readonly steps: readonly ToldStep[] }
export interface SimulationPage { readonly rows: readonly SimulationRow[]; readonly next: string | null; readonly names: readonly NamedId[] }

export type RunStatus = 'WAITING' | 'RUNNING' | 'RESTING' | 'DONE' | 'FAILED' | 'CANCELLED';
export const runStatuses: readonly RunStatus[] = ['WAITING', 'RUNNING', 'RESTING', 'DONE', 'FAILED', 'CANCELLED'];

export interface Run {
  readonly id: string;
  readonly workflow: string;
  readonly recordId: string;
  readonly recordName: string | null;
  readonly occasion: string;
  readonly status: RunStatus;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly attempts: number;
  readonly revision: number;
  readonly trigger: unknown;
  readonly conditions: readonly ConditionPart[];
  /** What ids in the trace stand for; of one run alone. */
  readonly names?: readonly NamedId[];
  readonly steps: readonly RunStep[];
  readonly error: string | null;
  readonly errorClass: string | null;
  /** When it goes on by itself, where that is later. */
  readonly waitsUntil: string | null;
  /** Whether the version in force still has the step that it stands at. */
  readonly stepIsThere: boolean;
}

export interface ConditionPart { readonly text: string; readonly value: unknown; readonly holds?: boolean | null }

export interface RunStep {
  readonly id: string;
  readonly action: string;
  readonly title: string | null;
  /** `waiting`, `done`, `skipped` or `failed`. */
  readonly status: string;
  readonly input: unknown;
  readonly output: unknown;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly attempts: number;
  readonly error: string | null;
}

export interface RunPage { readonly nodes: readonly Run[]; readonly next: string | null; readonly total: number }

export interface Explanation {
  readonly ran: boolean;
  readonly verdict: string;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly holds: boolean | null }[];
  readonly run: Run | null;
  readonly dueAt: string | null;
}
