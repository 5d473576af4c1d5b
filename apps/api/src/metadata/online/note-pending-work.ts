import type { PlannedChange } from '@guanxi/metadata';
import { sql } from 'kysely';
import type { OrgTransaction } from '../../database/sql-session.js';

/** What is left for after the commit is written down in its transaction, so that nothing is forgotten with a process. */
export async function notePendingWork(tx: OrgTransaction, planned: readonly PlannedChange[], revision: number): Promise<void> {
  for (const { object, field, afterwards } of planned) {
    for (const { kind, name } of afterwards) {
      await tx.run(sql`
        insert into ${sql.id(tx.org.schema, '_pending_work')} (revision, kind, object, field, name, since)
        values (${revision}, ${kind}, ${object ?? ''}, ${field ?? null}, ${name}, now())`);
    }
  }
}
