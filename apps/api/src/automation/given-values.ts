import type { JsonValue } from '@guanxi/field-types';
import type { EvaluatedValues } from '@guanxi/workflow';

type Given = ReadonlyMap<string, EvaluatedValues>;

/** Its error goes as it is to those who classify it; what it was about is kept beside it. */
const known = new WeakMap<Error, Given>();

/** Remembers what the formulas of a step came to, run by run, before it failed. */
export function keepGiven(error: unknown, evaluated: readonly Given[]): void {
  if (!(error instanceof Error) || evaluated.length === 0) return;
  const given = new Map<string, EvaluatedValues>();
  for (const values of evaluated) for (const [runId, some] of values) given.set(runId, { ...given.get(runId), ...some });
  known.set(error, given);
}

/** What a step that failed was given on the run, as the trace has it; null where no formula of it was worked out. */
export function givenOf(error: unknown, runId: string): JsonValue {
  const values = error instanceof Error ? known.get(error)?.get(runId) : undefined;
  return values ? { values } : null;
}
