import type { WorkflowTest } from '@guanxi/metadata';

/** What an id in a trace stands for. */
export interface NamedId { readonly id: string; readonly object: string; readonly name: string }

/** A step as it was tried or thought through. */
export interface ToldStep {
  readonly id: string;
  readonly action: string;
  readonly title: string | null;
  readonly level: number;
  readonly status: string;
  readonly at: string;
  readonly input: unknown;
  readonly output: unknown;
  readonly way: string | null;
  readonly until: string | null;
  readonly error: string | null;
  /** Of test runs: what formulas found as `$Run` when it began; null where none can begin at it. */
  readonly held?: Readonly<Record<string, unknown>> | null;
}

export interface SimulatedPerson { readonly userId: string | null; readonly name: string; readonly count: number }

export interface SimulatedSums {
  readonly walked: number;
  readonly steps: readonly { readonly id: string; readonly action: string; readonly title: string | null; readonly level: number; readonly done: number; readonly skipped: number; readonly failed: number; readonly unknown: number }[];
  readonly ways: readonly { readonly step: string; readonly way: string; readonly count: number }[];
  readonly told: readonly SimulatedPerson[];
}

export interface ExpectedRuns {
  readonly isKnown: boolean;
  readonly days: number;
  readonly total: number;
  readonly perDay: number;
  readonly peakDay: string | null;
  readonly peak: number;
  readonly limits: readonly string[];
}

export interface Trial {
  readonly recordId: string;
  readonly holds: boolean | null;
  readonly conditions: readonly { readonly text: string; readonly value: unknown }[];
  readonly steps: readonly ToldStep[];
  readonly writes: readonly { readonly object: string; readonly recordId: string; readonly recordName: string; readonly kind: string; readonly changes: Readonly<Record<string, readonly [unknown, unknown]>> }[];
  readonly letters: readonly { readonly kind: string; readonly to: string; readonly subject: string; readonly body: string }[];
  readonly awaits: string | null;
  readonly isCut: boolean;
  readonly record: Readonly<Record<string, string | number | boolean>>;
  readonly related: WorkflowTest['related'] | null;
  readonly names: readonly NamedId[];
}

export interface TestResult { readonly title: string; readonly passed: boolean; readonly findings: readonly string[] }
