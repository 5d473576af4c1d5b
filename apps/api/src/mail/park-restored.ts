import { say } from '@guanxi/field-types';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';
import { restoredFailure } from './mail-wording.js';

/** What waited when a backup was made has been sent since, most likely: in the restored org a person decides. */
export async function parkRestoredMails(session: SqlSession, org: Org): Promise<void> {
  await session.run(sql`update ${orgTable(org.schema, 'mail')} set status = 'parked', next_attempt_at = null, held_by = null, held_until = null, failure = ${say(restoredFailure, org.locale)}::text where status = 'waiting'`);
}
