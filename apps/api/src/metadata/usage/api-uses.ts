import { sql } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';
import type { Org } from '../../orgs/org.js';

export const DAYS_OF_API_USE = 90;

export interface ApiUse {
  readonly field: string;
  readonly uses: number;
  /** YYYY-MM-DD */
  readonly lastDay: string;
}

/** How often API clients have named each field of an object lately. */
export async function readApiUses(session: SqlSession, org: Org, object: string): Promise<ReadonlyMap<string, ApiUse>> {
  const rows = await session.run<{ field: string; uses: string; lastDay: string }>(sql`
    select field, sum(uses)::text as uses, max(day) as "lastDay" from ${sql.id(org.schema, '_api_use')}
    where object = ${object} and day > current_date - ${DAYS_OF_API_USE}::integer group by field`);
  return new Map(rows.map(({ field, uses, lastDay }) => [field, { field, uses: Number(uses), lastDay }]));
}
