import { sql } from 'kysely';

/**
 * A plan that knows no words expects many records, for which PostgreSQL would wake other processes: that takes longer than to find a few.
 * The function is one beside which it does not; of the condition nothing is left in the plan.
 */
export const ALONE = sql<boolean>`(true or pg_current_xact_id_if_assigned() is null)`;
