import { sql } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';
import type { BackupSequence } from './backup-format.js';

/** New numbers follow those that were given. */
export async function setSequences(session: SqlSession, { schema }: Org, sequences: readonly BackupSequence[]): Promise<void> {
  for (const { table, column, last } of sequences) {
    if (last === null) continue;
    await session.run(sql`select setval(pg_get_serial_sequence(format('%I.%I', ${schema}::text, ${table}::text), ${column}::text)::regclass, ${last}::bigint)`);
  }
}
