import type { WorkflowStep } from '@guanxi/metadata';
import { ERROR } from '../program/error-path.js';
import { secondsUntilNextTry, type FailureClass } from './failure-class.js';
import type { Program } from '../program/program.js';

/** Where a run stands. `step` is a number in the program; `attempts` counts the tries of it. */
export interface RunState {
  readonly status: RunStatus;
  readonly step: number;
  readonly attempts: number;
  /** The step has begun and waits for something: it is to be resumed, not begun again. */
  readonly rests: boolean;
}

/** `failed`: parked, until a person tries it again or ends it; `cancelled`: a person has ended it. */
export type RunStatus = 'waiting' | 'running' | 'resting' | 'done' | 'failed' | 'cancelled';

/** Where a run goes when its step has succeeded. */
export type Way =
  | { readonly to: 'next' }
  | { readonly to: 'path'; readonly name: string }
  /** Until an instant, if nothing else wakes it before; null: only something else does. */
  | { readonly to: 'rest'; readonly until: string | null }
  /** What it waited for has failed for good: the way for errors, or the run parks and the step begins anew when it is tried again. */
  | { readonly to: 'fail'; readonly error: string }
  | { readonly to: 'end' };

/** What became of the last command. */
export type Outcome =
  | { readonly kind: 'succeeded'; readonly way?: Way }
  /** `chance`: a number from 0 up to 1 that spreads tries out, so that many runs do not come back at one moment. */
  | { readonly kind: 'failed'; readonly error: string; readonly class: FailureClass; readonly chance: number }
  /** A person has asked to try a parked run again. */
  | { readonly kind: 'retried' };

export type Command =
  | { readonly kind: 'perform'; readonly step: WorkflowStep }
  | { readonly kind: 'waitAndPerform'; readonly step: WorkflowStep; readonly seconds: number; readonly error: string }
  | { readonly kind: 'rest'; readonly until: string | null }
  | { readonly kind: 'finish' }
  | { readonly kind: 'park'; readonly error: string };

export interface Advanced {
  readonly run: RunState;
  readonly command: Command;
}

export const newRun: RunState = { status: 'waiting', step: 0, attempts: 0, rests: false };

const NEXT: Way = { to: 'next' };

/** The run after an outcome, and what is to be done next. Knows no clock and no chance: the same in, the same out. */
export function advance(program: Program, run: RunState, outcome?: Outcome): Advanced {
  if (!outcome || run.status === 'done') return proceed(program, run);
  if (outcome.kind === 'failed') return retryOrPark(program, run, outcome);
  if (outcome.kind === 'retried') return proceed(program, { ...run, attempts: 0 });
  return follow(program, run, outcome.way ?? NEXT);
}

function follow(program: Program, run: RunState, way: Way): Advanced {
  if (way.to === 'rest') return { run: { status: 'resting', step: run.step, attempts: 0, rests: true }, command: { kind: 'rest', until: way.until } };
  const instruction = program[run.step];
  if (way.to === 'fail') {
    if (instruction?.paths[ERROR] !== undefined) return follow(program, run, { to: 'path', name: ERROR });
    return { run: { status: 'failed', step: run.step, attempts: run.attempts + 1, rests: false }, command: { kind: 'park', error: way.error } };
  }
  const next = way.to === 'end' ? null : way.to === 'path' ? instruction?.paths[way.name] : instruction?.next;
  // A path that nobody has drawn goes on behind the step.
  return proceed(program, { ...run, step: (next === undefined ? instruction?.next : next) ?? program.length, attempts: 0, rests: false });
}

function proceed(program: Program, run: RunState): Advanced {
  const step = program[run.step]?.step;
  if (!step) return { run: { ...run, status: 'done' }, command: { kind: 'finish' } };
  return { run: { ...run, status: run.step === 0 ? 'waiting' : 'running' }, command: { kind: 'perform', step } };
}

function retryOrPark(program: Program, run: RunState, { error, class: of, chance }: Extract<Outcome, { kind: 'failed' }>): Advanced {
  const instruction = program[run.step];
  const seconds = secondsUntilNextTry(of, run.attempts, chance, instruction?.step.retry);
  const tried = { ...run, attempts: run.attempts + 1 };
  if (instruction && seconds !== undefined) return { run: { ...tried, status: 'waiting' }, command: { kind: 'waitAndPerform', step: instruction.step, seconds, error } };
  if (instruction && instruction.paths[ERROR] !== undefined) return follow(program, run, { to: 'path', name: ERROR });
  return { run: { ...tried, status: 'failed' }, command: { kind: 'park', error } };
}
