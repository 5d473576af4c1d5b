import { say } from '@guanxi/field-types';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';
import type { Org } from '../../orgs/org.js';
import { restoredCall } from './call-wording.js';

/**
 * Calls that waited when a backup was made have been sent since, most likely. In the restored org they have failed: runs that
 * wait for one go the way for errors, or park, and a person decides.
 */
export async function parkRestoredCalls(session: SqlSession, org: Org): Promise<void> {
  await session.run(sql`with parked as (
      update ${orgTable(org.schema, 'callOut')} set status = 'failed', next_attempt_at = null, held_by = null, held_until = null, finished_at = now(), error = ${say(restoredCall, org.locale)}::text
      where status = 'waiting' returning run_id, position, waits
    )
    update ${orgTable(org.schema, 'run')} as run set woken = '{"by":"answer","answer":null}', next_attempt_at = now()
    from parked where parked.waits and run.id = parked.run_id and run.step = parked.position and run.status = 'resting' and run.woken is null`);
}
