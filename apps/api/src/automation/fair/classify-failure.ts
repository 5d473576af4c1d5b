import type { Problem } from '@guanxi/metadata';
import { NoLongerThere, type FailureClass } from '@guanxi/workflow';
import { readSqlState } from '../../database/sql-state.js';

/** The records did not take what a step wanted to write; or, `temporary`, whatever it spoke to may take it later. */
export class StepRefused extends Error {
  override readonly name = 'StepRefused';

  constructor(readonly problems: readonly Problem[], readonly temporary = false) {
    super(problems.map(({ message, hint }) => (hint ? `${message} ${hint}` : message)).join(' '));
  }
}

/** Workflows call each other without end. */
export class EndlessCalls extends RangeError {
  override readonly name = 'EndlessCalls';
}

export interface StepFailure {
  readonly class: FailureClass;
  /** The same for failures that have the same cause, whatever the record: they are told and mended together. */
  readonly key: string;
  readonly text: string;
}

/** By class or whole state. Deadlocks and serialization failures have been tried again several times by then. */
const states: Readonly<Record<string, FailureClass>> = { '40': 'temporary', '53': 'temporary', '55': 'temporary', '57014': 'temporary', '0A': 'temporary', '23': 'refused', '42501': 'refused' };
const noFault = ['08', '57', '58', 'XX'];

/**
 * What the failure of a step says. Undefined where it says nothing about the step, since the database was not there: the
 * job fails then, nothing is noted, and the run is as ready as before.
 */
export function classifyFailure(error: unknown): StepFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  const text = error.message;
  if (error instanceof StepRefused) return { class: error.temporary ? 'temporary' : 'refused', key: keyOf(error.problems), text };
  if (error instanceof EndlessCalls) return { class: 'loop', key: 'loop', text };
  if (error instanceof NoLongerThere) return { class: 'refused', key: 'no-longer-there', text };
  const state = readSqlState(error);
  if (state !== undefined) {
    const known = states[state] ?? states[state.slice(0, 2)];
    if (known === undefined && noFault.includes(state.slice(0, 2))) return undefined;
    return { class: known ?? 'unknown', key: `sql ${state}`, text };
  }
  // A fault of ours stops this step, not everything else in the org. Whatever else has no state comes from the connection.
  const isOurs = error instanceof RangeError || error instanceof TypeError || error instanceof ReferenceError || error instanceof SyntaxError;
  return isOurs ? { class: 'unknown', key: error.name, text } : undefined;
}

/** What is wrong and where, without the row it was found in. */
function keyOf(problems: readonly Problem[]): string {
  return [...new Set(problems.map(({ code, path }) => `${code} ${path.replace(/^\/\d+/, '')}`.trim()))].sort().join(', ').slice(0, 500);
}
