import type { ObjectModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { RecordExpressions } from '../expressions/record-expressions.js';

/**
 * A rule replayed over an org's history, as one set-based query that others count, page and compare. It yields one row
 * per firing: `record_id`, `anchor` and `due` as texts (what time was counted from, the line that was crossed), `due_day`
 * as `YYYY-MM-DD` in the org's time zone, `at`, the instant of it, and `owner`, whose the record was at it.
 */
export interface Simulation {
  readonly firings: RawBuilder<unknown>;
  /** Where the answer may differ from what would have happened, in whole sentences. */
  readonly limits: readonly string[];
  /** False where history cannot tell when it would have run: there are no firings then, and a limit says why. */
  readonly isKnown: boolean;
}

/** Days, both included. */
export interface SimulationSpan {
  readonly from?: string;
  readonly to?: string;
}

/** What a replay is made with. */
export interface SimulationRequest {
  readonly span: SimulationSpan;
  /** Present instant of the org. */
  readonly now: Date;
  /** The language of the limits. */
  readonly locale: string;
}

/** Whose the records are that expressions are about. */
export function ownerOf(expressions: RecordExpressions, object: ObjectModel): RawBuilder<unknown> {
  return object.fieldByName.has('owner') ? expressions.column(['owner']) : sql`null::uuid`;
}
