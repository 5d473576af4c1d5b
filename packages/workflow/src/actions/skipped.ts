import type { RunTarget, StepNote } from '../ports.js';

/** Notes for the runs whose record was deleted before the step came to it: there is nothing to do, and nothing wrong. */
export function skipped(runs: readonly RunTarget[], done: readonly StepNote[]): readonly StepNote[] {
  const noted = new Set(done.map(({ runId }) => runId));
  return runs
    .filter(({ runId }) => !noted.has(runId))
    .map(({ runId }) => ({ runId, input: {}, output: { skipped: 'The record no longer exists.' } }));
}
