import type { Run } from '../automation-types.js';

export interface LatestOutput {
  readonly run: string;
  readonly at: string;
  readonly output: Readonly<Record<string, unknown>>;
}

/** What the step came to in the latest run that did it and made something of it; undefined while there is none. */
export function latestOutput(runs: readonly Pick<Run, 'id' | 'startedAt' | 'steps'>[], step: string): LatestOutput | undefined {
  for (const { id, startedAt, steps } of runs) {
    const done = steps.findLast((one) => one.id === step && one.status === 'done');
    if (isTree(done?.output) && Object.keys(done.output).length > 0) return { run: id, at: done.finishedAt ?? startedAt, output: done.output };
  }
  return undefined;
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
