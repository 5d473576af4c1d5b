import { sql, type RawBuilder } from 'kysely';

/**
 * Workflows may set each other off this many times in a row. The run after that is made, but parked at once, so that an
 * admin sees the loop instead of the org drowning in it.
 */
export const MOST_DEPTH = 8;

const message = `Workflows have set each other off more than ${MOST_DEPTH} times in a row; this run was stopped so that they do not go on for ever.`;

/** Columns of a new run that say whether it may begin; their values go by how deep it is. */
export const loopColumns = sql.raw('status, next_attempt_at, finished_at, error, error_class, error_key');

export function loopValues(depth: RawBuilder<unknown>, now: RawBuilder<unknown>): RawBuilder<unknown> {
  const isLoop = sql`${depth} > ${MOST_DEPTH}`;
  return sql`case when ${isLoop} then 'failed' else 'waiting' end, case when ${isLoop} then null else ${now} end, case when ${isLoop} then ${now} end,
        case when ${isLoop} then ${message}::text end, case when ${isLoop} then 'loop' end, case when ${isLoop} then 'loop' end`;
}
