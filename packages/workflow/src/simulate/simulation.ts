import type { RawBuilder } from 'kysely';

/**
 * A rule replayed over an org's history, as one set-based query that others count, page and compare. It yields one row
 * per firing: `record_id`, `anchor` and `due` as texts (what time was counted from, the line that was crossed), and
 * `due_day` as `YYYY-MM-DD` in the org's time zone.
 */
export interface Simulation {
  readonly firings: RawBuilder<unknown>;
  /** Where the answer may differ from what would have happened, in whole sentences. */
  readonly limits: readonly string[];
}

/** Days, both included. */
export interface SimulationSpan {
  readonly from?: string;
  readonly to?: string;
}
