import type { Model } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { OrgTransaction } from '../../database/sql-session.js';

export interface QueueMember {
  readonly id: string;
  readonly email: string;
}

/** The active people of a queue in the order of their ids. A queue that is gone has none. */
export async function findMembers(session: Pick<OrgTransaction, 'org' | 'run'>, model: Model, queue: string): Promise<readonly QueueMember[]> {
  const addresses = model.queues.find(({ name }) => name === queue)?.members ?? [];
  if (addresses.length === 0) return [];
  return session.run<QueueMember>(sql`
    select id, email from ${orgTable(session.org.schema, 'user')} where active and lower(email) = any(${addresses.map((one) => one.toLowerCase())}::text[]) order by id`);
}
