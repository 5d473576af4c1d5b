import { sql, type RawBuilder } from 'kysely';
import type { Org } from '../../orgs/org.js';

export const DAYS_IN_BIN = 30;

/** Whether tables are to be finished; what failed is tried again ever more rarely. */
export function isWorkDue({ schema }: Org): RawBuilder<boolean> {
  return sql<boolean>`exists (select from ${sql.id(schema, '_pending_work')} where stopped_at is null and now() >= since + attempts * attempts * interval '1 minute')`;
}

/** Whether something removed has been kept long enough. */
export function isBinDue({ schema }: Org): RawBuilder<boolean> {
  return sql<boolean>`exists (select from ${sql.id(schema, '_removed')} where removed_at < now() - ${DAYS_IN_BIN} * interval '1 day')`;
}

/** Whether there is anything to do for the tables of an org. */
export function isUpkeepDue(org: Org): RawBuilder<boolean> {
  return sql<boolean>`(${isWorkDue(org)} or ${isBinDue(org)})`;
}
