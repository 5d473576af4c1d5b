import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { OrgTransaction } from '../../database/sql-session.js';
import type { Org } from '../../orgs/org.js';

type Session = Pick<OrgTransaction, 'org' | 'run'>;

/** Whether an absence, by the alias `absence`, is on at the moment: its days are whole days of the org. */
export function isAway(org: Org, now: Date): RawBuilder<boolean> {
  return sql<boolean>`(${now}::timestamptz at time zone ${org.timeZone}::text)::date between absence.from_day and absence.to_day`;
}

/** Who stands in for whom at the moment, by the person who is away. */
export async function readDelegates(session: Session, people: readonly string[], now: Date): Promise<ReadonlyMap<string, readonly string[]>> {
  if (people.length === 0) return new Map();
  const { org } = session;
  const rows = await session.run<{ person: string; delegates: readonly string[] }>(sql`
    select absence.user_id as person, array_agg(absence.delegate_id) as delegates
    from ${orgTable(org.schema, 'absence')} as absence join ${orgTable(org.schema, 'user')} as person on person.id = absence.delegate_id and person.active
    where absence.user_id = any(${[...people]}::uuid[]) and ${isAway(org, now)} group by absence.user_id`);
  return new Map(rows.map(({ person, delegates }) => [person, delegates]));
}

/** For whom somebody stands in at the moment. */
export async function standsInFor(session: Session, userId: string, now: Date): Promise<readonly string[]> {
  const { org } = session;
  const rows = await session.run<{ id: string }>(sql`
    select distinct absence.user_id as id from ${orgTable(org.schema, 'absence')} as absence where absence.delegate_id = ${userId}::uuid and ${isAway(org, now)}`);
  return rows.map(({ id }) => id);
}
