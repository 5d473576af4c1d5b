import type { WorkflowDocument, WorkflowStep } from '@guanxi/metadata';

/** Where a run stands. `step` counts the steps that are done; `attempts` the tries of the one that is not. */
export interface RunState {
  readonly status: RunStatus;
  readonly step: number;
  readonly attempts: number;
}

export type RunStatus = 'waiting' | 'running' | 'done' | 'failed';

/** What became of the last command. */
export type Outcome =
  | { readonly kind: 'succeeded' }
  /** `refused`: the records did not take the values, so that trying again soon helps little. */
  | { readonly kind: 'failed'; readonly error: string; readonly refused: boolean }
  /** A person has asked to try a parked run again. */
  | { readonly kind: 'retried' };

export type Command =
  | { readonly kind: 'perform'; readonly step: WorkflowStep }
  | { readonly kind: 'waitAndPerform'; readonly step: WorkflowStep; readonly seconds: number; readonly error: string }
  | { readonly kind: 'finish' }
  | { readonly kind: 'park'; readonly error: string };

export interface Advanced {
  readonly run: RunState;
  readonly command: Command;
}

/** Seconds until the next try, by the number of tries so far; after the last the run parks where an admin finds it. */
const delays = { failed: [5, 30, 300, 1800], refused: [5, 30] } as const;

export const newRun: RunState = { status: 'waiting', step: 0, attempts: 0 };

/** The run after an outcome, and what is to be done next. Knows no clock and no chance: the same in, the same out. */
export function advance(definition: WorkflowDocument, run: RunState, outcome?: Outcome): Advanced {
  if (!outcome || run.status === 'done') return proceed(definition, run);
  if (outcome.kind === 'failed') return retryOrPark(definition, run, outcome);
  if (outcome.kind === 'retried') return proceed(definition, { ...run, attempts: 0 });
  return proceed(definition, { ...run, step: run.step + 1, attempts: 0 });
}

function proceed(definition: WorkflowDocument, run: RunState): Advanced {
  const step = definition.steps[run.step];
  if (!step) return { run: { ...run, status: 'done' }, command: { kind: 'finish' } };
  return { run: { ...run, status: run.step === 0 ? 'waiting' : 'running' }, command: { kind: 'perform', step } };
}

function retryOrPark(definition: WorkflowDocument, run: RunState, { error, refused }: Extract<Outcome, { kind: 'failed' }>): Advanced {
  const step = definition.steps[run.step];
  const seconds = (refused ? delays.refused : delays.failed)[run.attempts];
  const tried = { ...run, attempts: run.attempts + 1 };
  if (!step || seconds === undefined) return { run: { ...tried, status: 'failed' }, command: { kind: 'park', error } };
  return { run: { ...tried, status: 'waiting' }, command: { kind: 'waitAndPerform', step, seconds, error } };
}
